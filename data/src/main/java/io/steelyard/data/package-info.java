/// Tables in memory and in files: a [Schema] names and types the columns, a [Batch] holds them column by column, a
/// [TableEngine] reads and writes them with SQL, and a [Manifest] says which version of a data set it was.
///
/// Start with [TableEngine].
@NullMarked
package io.steelyard.data;

import org.jspecify.annotations.NullMarked;
