/// Tables in memory and in files: a [Schema] names and types the columns, a [Batch] holds them column by column.
///
/// Start with [Batch].
@NullMarked
package io.steelyard.data;

import org.jspecify.annotations.NullMarked;
