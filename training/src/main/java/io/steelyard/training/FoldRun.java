package io.steelyard.training;

import io.steelyard.evaluation.EvaluatedRows;
import io.steelyard.evaluation.Evaluation;
import io.steelyard.evaluation.QualityMetric;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Learns, predicts and measures a fold.
///
/// @param labels one a row
/// @param weights one a row, or null
/// @param evaluation makes rows of what was predicted
/// @param metrics what is measured
/// @param learner who predicts
record FoldRun<R extends EvaluatedRows<R>>(
        double[] labels,
        double @Nullable [] weights,
        Evaluation<R> evaluation,
        List<? extends QualityMetric<R>> metrics,
        FoldLearner learner) {
    /// What a fold brings.
    ///
    /// @param values one a metric
    /// @param predictions those of the test rows
    record Outcome(double[] values, double[] predictions) {}

    Outcome of(Fold fold) {
        double[] predictions = learner.predict(fold);
        int[] rows = fold.testRows();
        requirePredictions(rows, predictions);
        R measured = evaluation.rows(
                RowNumbers.values(labels, rows),
                predictions.clone(),
                weights == null ? null : RowNumbers.values(weights, rows));
        double[] values = new double[metrics.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = metrics.get(i).of(measured);
            if (Double.isNaN(values[i])) {
                throw new TrainingException("the metric '" + metrics.get(i).name()
                        + "' is undefined on its " + rows.length
                        + " test rows: give folds in which every class occurs, as StratifiedKFold does, ask for fewer"
                        + " folds, or choose other metrics");
            }
        }
        return new Outcome(values, predictions);
    }

    OutOfFoldPredictions together(List<Fold> folds, List<Outcome> outcomes) {
        int outputs = evaluation.outputs();
        int[] foldOfRow = new int[labels.length];
        int[] placeInFold = new int[labels.length];
        Arrays.fill(foldOfRow, -1);
        for (int number = 0; number < folds.size(); number++) {
            int[] rows = folds.get(number).testRows();
            for (int i = 0; i < rows.length; i++) {
                foldOfRow[rows[i]] = number;
                placeInFold[rows[i]] = i;
            }
        }
        int[] tested = RowNumbers.where(labels.length, row -> foldOfRow[row] >= 0);
        double[] predictions = new double[tested.length * outputs];
        for (int i = 0; i < tested.length; i++) {
            double[] ofFold = outcomes.get(foldOfRow[tested[i]]).predictions();
            System.arraycopy(ofFold, placeInFold[tested[i]] * outputs, predictions, i * outputs, outputs);
        }
        return new OutOfFoldPredictions(tested, RowNumbers.take(foldOfRow, tested), predictions, outputs);
    }

    private void requirePredictions(int[] rows, double[] predictions) {
        int outputs = evaluation.outputs();
        if (predictions.length != rows.length * outputs) {
            throw new TrainingException("the learner gave " + predictions.length + " predictions for " + rows.length
                    + " test rows, but " + outputs + " a row are needed");
        }
        for (int i = 0; i < predictions.length; i++) {
            if (Double.isNaN(predictions[i])) {
                throw new TrainingException("the prediction of row " + rows[i / outputs] + " is NaN");
            }
        }
    }
}
