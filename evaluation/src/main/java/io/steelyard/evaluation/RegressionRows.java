package io.steelyard.evaluation;

import org.jspecify.annotations.Nullable;

/// Rows of a regression.
///
/// @param labels what came true: a finite number, one a row, handed over
/// @param predictions what was predicted: a finite number, one a row, handed over
/// @param weights how much each row counts, handed over; null: all the same
public record RegressionRows(double[] labels, double[] predictions, double @Nullable [] weights)
        implements EvaluatedRows<RegressionRows> {
    /// Checks the rows.
    ///
    /// @throws IllegalArgumentException where there are no rows, the lengths differ, a label or prediction is NaN or
    ///     infinite, or a weight is not a finite number from 0; the message names the row
    public RegressionRows {
        RowWeights.requireSameLength(labels.length, predictions.length, "predictions");
        for (int row = 0; row < labels.length; row++) {
            requireFinite("label", row, labels[row]);
            requireFinite("prediction", row, predictions[row]);
        }
        RowWeights.require(weights, labels.length);
    }

    /// Rows that all count the same.
    ///
    /// @param labels what came true: a finite number, one a row, handed over
    /// @param predictions what was predicted: a finite number, one a row, handed over
    public RegressionRows(double[] labels, double[] predictions) {
        this(labels, predictions, null);
    }

    @Override
    public int size() {
        return labels.length;
    }

    @Override
    public RegressionRows take(int[] rows) {
        return new RegressionRows(
                RowWeights.take(labels, rows, 1),
                RowWeights.take(predictions, rows, 1),
                RowWeights.take(weights, rows));
    }

    double squaredError(int row) {
        double error = labels[row] - predictions[row];
        return error * error;
    }

    private static void requireFinite(String what, int row, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "the " + what + " of row " + row + " is " + value + ", but must be a finite number");
        }
    }
}
