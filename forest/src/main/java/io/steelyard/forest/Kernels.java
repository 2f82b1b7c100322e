package io.steelyard.forest;

import java.util.List;

/// The kernels of a forest, chosen once by its shape: one for a few rows, one for many.
///
/// @param few for single rows
/// @param many for blocks of rows
record Kernels(Kernel few, Kernel many) {
    /// From how many rows on a block is worth its preparation.
    private static final int MANY = 24;

    static Kernels of(Summation summation, List<Tree> trees) {
        Kernel walk = new WalkKernel(summation.precision(), summation.aggregate(), trees);
        return new Kernels(walk, walk);
    }

    void add(Rows rows, Sums sums) {
        Kernel kernel = rows.count() < MANY ? few : many;
        kernel.add(rows, 0, rows.count(), sums);
    }
}
