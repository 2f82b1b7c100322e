package io.steelyard.evaluation;

import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/// Labels and scores at the public door.
final class BinaryRows {
    private BinaryRows() {}

    /// Checks rows whose scores only need an order.
    static void requireOrdered(double[] labels, double[] scores) {
        if (labels.length != scores.length) {
            throw new IllegalArgumentException("there are " + labels.length + " labels and " + scores.length
                    + " scores, but each row needs one of both");
        }
        if (labels.length == 0) {
            throw new IllegalArgumentException("there are no rows to evaluate; give at least one");
        }
        for (int row = 0; row < labels.length; row++) {
            if (labels[row] != 0 && labels[row] != 1) {
                throw new IllegalArgumentException(
                        "the label of row " + row + " is " + labels[row] + ", but must be 0 or 1");
            }
            if (Double.isNaN(scores[row])) {
                throw new IllegalArgumentException("the score of row " + row + " is NaN, but must be a number");
            }
        }
    }

    /// Checks rows whose scores are probabilities.
    static void requireProbabilities(double[] labels, double[] scores) {
        requireOrdered(labels, scores);
        for (int row = 0; row < scores.length; row++) {
            if (!(scores[row] >= 0 && scores[row] <= 1)) {
                throw new IllegalArgumentException(
                        "the score of row " + row + " is " + scores[row] + ", but must be a probability from 0 to 1");
            }
        }
    }

    /// The mean of a loss over the rows, with compensated summation.
    static double mean(double[] labels, double[] scores, DoubleBinaryOperator loss) {
        return IntStream.range(0, labels.length)
                        .mapToDouble(row -> loss.applyAsDouble(labels[row], scores[row]))
                        .sum()
                / labels.length;
    }
}
