/// How good predictions are: one class a metric. Start with [BinaryEvaluation], [MulticlassEvaluation] or
/// [RegressionEvaluation], which give all metrics of a task as one map; [GroupedEvaluation] does the same for each value of a
/// column, worst first; [RocCurve], [PrecisionRecallCurve], [CalibrationCurve] and [ConfusionMatrix] show what lies behind
/// the numbers, [Bootstrap] how sure they are, and [PairedTTest], [McNemarTest], [DeLongTest] and [PairedBootstrap] whether
/// two models differ. [Metrics] knows which way a number is better by its name.
///
/// Results equal scikit-learn's. Everything here is immutable and safe for any number of threads, and alters none of its
/// arguments.
@NullMarked
package io.steelyard.evaluation;

import org.jspecify.annotations.NullMarked;
