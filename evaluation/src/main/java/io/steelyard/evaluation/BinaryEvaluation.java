package io.steelyard.evaluation;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All metrics of a binary classifier at once.
public final class BinaryEvaluation {
    /// The name of the share of label 1 among the rows, from 0 to 1.
    public static final String POSITIVE_RATE = "positive_rate";

    /// The name of the number of rows.
    public static final String ROWS = "rows";

    private BinaryEvaluation() {}

    /// The metrics, in the order in which they are reported.
    ///
    /// @param threshold the least score that is predicted as 1, for the metrics that need one
    /// @return one of each kind
    public static List<BinaryMetric> metrics(double threshold) {
        return List.of(
                new RocAucScore(),
                new LogLoss(),
                new BrierLoss(),
                new AccuracyScore(threshold),
                new PrecisionScore(threshold),
                new RecallScore(threshold),
                new F1Score(threshold),
                new ExpectedCalibrationError());
    }

    /// Measures all.
    ///
    /// @param labels what came true: 0 or 1, one a row
    /// @param scores the probability of 1, one a row, from 0 to 1
    /// @param threshold the least score that is predicted as 1; usually 0.5
    /// @return the values by name, unmodifiable, in the order `roc_auc`, `log_loss`, `brier`, `accuracy`,
    ///     `precision`, `recall`, `f1`, `calibration_error`, `positive_rate`, `rows`. Where only one label occurs,
    ///     `roc_auc` is NaN; each metric says what else is special
    /// @throws IllegalArgumentException where there are no rows, the lengths differ, a label is not 0 or 1, a score
    ///     is not from 0 to 1, or the threshold is NaN
    public static Map<String, Double> of(double[] labels, double[] scores, double threshold) {
        BinaryRows.requireProbabilities(labels, scores);
        Map<String, Double> values = new LinkedHashMap<>();
        for (BinaryMetric metric : metrics(threshold)) {
            values.put(metric.name(), metric.of(labels, scores));
        }
        values.put(POSITIVE_RATE, Arrays.stream(labels).sum() / labels.length);
        values.put(ROWS, (double) labels.length);
        return Collections.unmodifiableMap(values);
    }
}
