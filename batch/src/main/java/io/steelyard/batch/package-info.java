/// Scores files of any length chunk by chunk: Parquet in, Parquet with predictions out. Start with [BatchInference].
@NullMarked
package io.steelyard.batch;

import org.jspecify.annotations.NullMarked;
