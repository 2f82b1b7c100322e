/// Batch prediction beside the Python program that people write for it. Start with [BatchCommand].
@NullMarked
package io.steelyard.benchmarks.batch;

import org.jspecify.annotations.NullMarked;
