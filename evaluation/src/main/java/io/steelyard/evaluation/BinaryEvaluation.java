package io.steelyard.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All metrics of a binary classifier at once.
///
/// @param threshold the least score that is predicted as 1, for the metrics that need one; usually 0.5
public record BinaryEvaluation(double threshold) implements Evaluation<BinaryRows> {
    /// The name of the share of label 1 among the rows, from 0 to 1.
    public static final String POSITIVE_RATE = "positive_rate";

    public BinaryEvaluation {
        ConfusionMatrix.requireThreshold(threshold);
    }

    @Override
    public List<BinaryMetric> metrics() {
        return List.of(
                new RocAucScore(),
                new LogLoss(),
                new BrierLoss(),
                new AccuracyScore(threshold),
                new PrecisionScore(threshold),
                new RecallScore(threshold),
                new F1Score(threshold),
                new ExpectedCalibrationError(),
                new PrAucScore(),
                new BalancedAccuracyScore(threshold),
                new MatthewsCorrelationScore(threshold));
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public BinaryRows rows(double[] labels, double[] predictions, double @Nullable [] weights) {
        return new BinaryRows(labels, predictions, weights);
    }

    @Override
    public Map<String, Double> counts(BinaryRows rows) {
        Map<String, Double> counts = new LinkedHashMap<>();
        counts.put(POSITIVE_RATE, RowWeights.mean(rows.weights(), rows.size(), row -> rows.labels()[row]));
        counts.put(ROWS, (double) rows.size());
        return counts;
    }

    /// Measures all, over rows that all count the same.
    ///
    /// @param labels what came true: 0 or 1, one a row
    /// @param scores the probability of 1, one a row, from 0 to 1
    /// @param threshold the least score that is predicted as 1; usually 0.5
    /// @return the values by name, unmodifiable, in the order `roc_auc`, `log_loss`, `brier`, `accuracy`,
    ///     `precision`, `recall`, `f1`, `calibration_error`, `pr_auc`, `balanced_accuracy`, `mcc`, `positive_rate`,
    ///     `rows`. Where only one label occurs, `roc_auc` is NaN; each metric says what else is special
    /// @throws IllegalArgumentException where there are no rows, the lengths differ, a label is not 0 or 1, a score
    ///     is not from 0 to 1, or the threshold is NaN
    public static Map<String, Double> of(double[] labels, double[] scores, double threshold) {
        return new BinaryEvaluation(threshold).of(new BinaryRows(labels, scores));
    }
}
