/// Tables in memory and in files: a [Schema] names and types the columns, a [Batch] holds them column by column.
///
/// [TableEngine] reads files and runs SQL, [Manifest] says what a data set is to the byte. Start with [Batch] and
/// [TableEngine].
@NullMarked
package io.steelyard.data;

import org.jspecify.annotations.NullMarked;
