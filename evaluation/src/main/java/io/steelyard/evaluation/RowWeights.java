package io.steelyard.evaluation;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Weights of rows; null is weight 1 for all.
final class RowWeights {
    private RowWeights() {}

    static void require(double @Nullable [] weights, int rows) {
        if (weights == null) {
            return;
        }
        if (weights.length != rows) {
            throw new IllegalArgumentException(
                    "there are " + weights.length + " weights and " + rows + " labels, but each row needs one of both");
        }
        boolean counts = false;
        for (int row = 0; row < rows; row++) {
            if (!(weights[row] >= 0) || weights[row] == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException(
                        "the weight of row " + row + " is " + weights[row] + ", but must be a finite number from 0");
            }
            counts |= weights[row] > 0;
        }
        if (!counts) {
            throw new IllegalArgumentException("all weights are 0, but at least one row must count");
        }
    }

    static boolean allZero(double @Nullable [] weights, int[] rows) {
        return weights != null && IntStream.of(rows).allMatch(row -> weights[row] == 0);
    }

    static double at(double @Nullable [] weights, int row) {
        return weights == null ? 1 : weights[row];
    }

    static double @Nullable [] take(double @Nullable [] weights, int[] rows) {
        return weights == null ? null : take(weights, rows, 1);
    }

    /// Some rows of a row-major table.
    static double[] take(double[] table, int[] rows, int columns) {
        double[] taken = new double[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(table, rows[i] * columns, taken, i * columns, columns);
        }
        return taken;
    }

    /// The sum of a value over the rows, with compensated summation.
    static double sum(double @Nullable [] weights, int rows, IntToDoubleFunction value) {
        return IntStream.range(0, rows)
                .mapToDouble(row -> value.applyAsDouble(row) * at(weights, row))
                .sum();
    }

    /// The mean of a value over the rows, with compensated summation.
    static double mean(double @Nullable [] weights, int rows, IntToDoubleFunction value) {
        double whole = weights == null ? rows : sum(weights, rows, row -> 1);
        return sum(weights, rows, value) / whole;
    }

    static void requireSameLength(int labels, int others, String what) {
        if (labels != others) {
            throw new IllegalArgumentException(
                    "there are " + labels + " labels and " + others + " " + what + ", but each row needs one of both");
        }
        if (labels == 0) {
            throw new IllegalArgumentException("there are no rows to evaluate; give at least one");
        }
    }
}
