package io.steelyard.evaluation;

import org.jspecify.annotations.Nullable;

/// Rows of a binary classification.
///
/// @param labels what came true: 0 or 1, one a row, handed over
/// @param scores what was predicted, one a row, handed over: the probability of 1, from 0 to 1; for metrics that only look
///     at the order or at a threshold any number, infinities too
/// @param weights how much each row counts, handed over; null: all the same
public record BinaryRows(double[] labels, double[] scores, double @Nullable [] weights)
        implements EvaluatedRows<BinaryRows> {
    /// Checks the rows.
    ///
    /// @throws IllegalArgumentException where there are no rows, the lengths differ, a label is not 0 or 1, a score is NaN,
    ///     or a weight is not a finite number from 0; the message names the row
    public BinaryRows {
        RowWeights.requireSameLength(labels.length, scores.length, "scores");
        for (int row = 0; row < labels.length; row++) {
            if (labels[row] != 0 && labels[row] != 1) {
                throw new IllegalArgumentException(
                        "the label of row " + row + " is " + labels[row] + ", but must be 0 or 1");
            }
            if (Double.isNaN(scores[row])) {
                throw new IllegalArgumentException("the score of row " + row + " is NaN, but must be a number");
            }
        }
        RowWeights.require(weights, labels.length);
    }

    /// Rows that all count the same.
    ///
    /// @param labels what came true: 0 or 1, one a row, handed over
    /// @param scores what was predicted, one a row, handed over
    public BinaryRows(double[] labels, double[] scores) {
        this(labels, scores, null);
    }

    @Override
    public int size() {
        return labels.length;
    }

    @Override
    public BinaryRows take(int[] rows) {
        return new BinaryRows(
                RowWeights.take(labels, rows, 1), RowWeights.take(scores, rows, 1), RowWeights.take(weights, rows));
    }

    /// Checks that scores are probabilities, for a metric that needs them so.
    ///
    /// @return these rows
    /// @throws IllegalArgumentException where a score is not from 0 to 1; the message names the row
    public BinaryRows requireProbabilities() {
        for (int row = 0; row < scores.length; row++) {
            if (!(scores[row] >= 0 && scores[row] <= 1)) {
                throw new IllegalArgumentException(
                        "the score of row " + row + " is " + scores[row] + ", but must be a probability from 0 to 1");
            }
        }
        return this;
    }
}
