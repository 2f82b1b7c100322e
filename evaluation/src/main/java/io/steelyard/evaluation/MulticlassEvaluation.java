package io.steelyard.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All metrics of a classifier into several classes at once: `roc_auc_ovr`, `log_loss`, `brier`, `accuracy`,
/// `balanced_accuracy`, precision, recall and F1 each as `_macro`, `_weighted` and `_micro`, `calibration_error`,
/// `roc_auc_ovr_weighted`, `pr_auc_ovr`, `pr_auc_ovr_weighted`, `mcc`, then `rows`.
///
/// @param classes the names of the classes, 2 or more, in the order of their numbers
public record MulticlassEvaluation(List<String> classes) implements Evaluation<MulticlassRows> {
    public MulticlassEvaluation {
        classes = List.copyOf(classes);
    }

    @Override
    public List<MulticlassMetric> metrics() {
        List<MulticlassMetric> metrics = new ArrayList<>(List.of(
                new MulticlassRocAucScore(Averaging.MACRO),
                new MulticlassLogLoss(),
                new MulticlassBrierLoss(),
                new MulticlassAccuracyScore(),
                new MulticlassBalancedAccuracyScore()));
        for (Averaging averaging : List.of(Averaging.MACRO, Averaging.WEIGHTED, Averaging.MICRO)) {
            metrics.add(new MulticlassPrecisionScore(averaging));
            metrics.add(new MulticlassRecallScore(averaging));
            metrics.add(new MulticlassF1Score(averaging));
        }
        metrics.addAll(List.of(
                new MulticlassCalibrationError(),
                new MulticlassRocAucScore(Averaging.WEIGHTED),
                new MulticlassPrAucScore(Averaging.MACRO),
                new MulticlassPrAucScore(Averaging.WEIGHTED),
                new MulticlassMatthewsCorrelationScore()));
        return List.copyOf(metrics);
    }

    @Override
    public int outputs() {
        return classes.size();
    }

    @Override
    public MulticlassRows rows(double[] labels, double[] predictions, double @Nullable [] weights) {
        int[] numbers = new int[labels.length];
        for (int row = 0; row < labels.length; row++) {
            numbers[row] = (int) labels[row];
            if (numbers[row] != labels[row]) {
                throw new IllegalArgumentException("the label of row " + row + " is " + labels[row]
                        + ", but must be a class's number from 0 to " + (classes.size() - 1));
            }
        }
        return new MulticlassRows(classes, numbers, predictions, weights);
    }

    @Override
    public Map<String, Double> counts(MulticlassRows rows) {
        return Map.of(ROWS, (double) rows.size());
    }
}
