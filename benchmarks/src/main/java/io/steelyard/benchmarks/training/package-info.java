/// Measures training: transforms, metrics, reading, learners, beside the Python libraries that people use for it. Start
/// with [TrainingCommand].
@NullMarked
package io.steelyard.benchmarks.training;

import org.jspecify.annotations.NullMarked;
