package io.steelyard.benchmarks.training;

import java.util.stream.IntStream;

/// Columns made by formula, so that both sides hold the same rows without a file: `peer.py` makes them too.
final class MadeRows {
    private static final long STREAM = 0x632BE59BD9B4E019L;
    private static final double UNIT = 0x1.0p-53;

    private MadeRows() {}

    /// Numbers from 0 to 1: SplitMix64 of the row and a stream.
    static double uniform(long stream, int row) {
        long z = (row + stream * STREAM) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * UNIT;
    }

    /// A column that is about normal: the sum of four uniform numbers.
    static double[] bell(long stream, int rows) {
        return IntStream.range(0, rows)
                .parallel()
                .mapToDouble(row -> uniform(stream, row)
                        + uniform(stream + 1, row)
                        + uniform(stream + 2, row)
                        + uniform(stream + 3, row)
                        - 2.0)
                .toArray();
    }

    /// A column of texts, the first of them the most frequent.
    static String[] texts(long stream, int rows, String... texts) {
        String[] values = new String[rows];
        for (int row = 0; row < rows; row++) {
            double u = uniform(stream, row);
            values[row] = texts[(int) (u * u * texts.length)];
        }
        return values;
    }
}
