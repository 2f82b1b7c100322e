package io.steelyard.training;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Lists of row numbers.
final class RowNumbers {
    private RowNumbers() {}

    static int[] upTo(int rows) {
        return IntStream.range(0, rows).toArray();
    }

    static int[] where(int rows, IntPredicate belongs) {
        return IntStream.range(0, rows).filter(belongs).toArray();
    }

    static int[] range(int[] rows, int from, int to) {
        return Arrays.copyOfRange(rows, from, to);
    }

    static int[] take(int[] from, int[] positions) {
        int[] taken = new int[positions.length];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = from[positions[i]];
        }
        return taken;
    }

    static double[] values(double[] column, int[] rows) {
        double[] values = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = column[rows[i]];
        }
        return values;
    }
}
