/// How good predictions are: one class a metric, each a [BinaryMetric]. Start with [BinaryEvaluation], which gives
/// all of them as one map; [GroupedEvaluation] does the same for each value of a column, worst first;
/// [CalibrationCurve] and [ConfusionMatrix] show what lies behind the numbers.
///
/// Labels are 0 or 1, a score is the probability of 1. Results equal scikit-learn's. Everything here is immutable and
/// safe for any number of threads, and alters none of its arguments.
@NullMarked
package io.steelyard.evaluation;

import org.jspecify.annotations.NullMarked;
