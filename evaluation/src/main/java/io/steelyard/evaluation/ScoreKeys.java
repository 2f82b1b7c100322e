package io.steelyard.evaluation;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/// The scores of the rows of label 1 and of label 0 as whole numbers of the same order, each sorted ascending. Equal scores
/// have equal keys, −0 that of 0.
///
/// @param ones the keys of the rows of label 1
/// @param zeros the keys of the rows of label 0
record ScoreKeys(long[] ones, long[] zeros) {
    /// The two labels are sorted at once, on two threads.
    static ScoreKeys of(BinaryRows rows) {
        int ones = 0;
        for (double label : rows.labels()) {
            ones += (int) label;
        }
        int zeros = rows.size() - ones;
        ForkJoinTask<long[]> ofZeros = ForkJoinPool.commonPool().submit(() -> sorted(rows, 0, zeros));
        return new ScoreKeys(sorted(rows, 1, ones), ofZeros.join());
    }

    static long key(double score) {
        long bits = Double.doubleToRawLongBits(score + 0.0);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    static double score(long key) {
        return Double.longBitsToDouble(key ^ ((key >> 63) & Long.MAX_VALUE));
    }

    private static long[] sorted(BinaryRows rows, double label, int size) {
        long[] keys = new long[size];
        int next = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (rows.labels()[row] == label) {
                keys[next++] = key(rows.scores()[row]);
            }
        }
        return RadixSort.sorted(keys);
    }
}
