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
        if (!summation.aggregate().isSum() || !trees.stream().allMatch(Kernels::comparesAlone)) {
            Kernel walk = new WalkKernel(summation.precision(), summation.aggregate(), trees);
            return new Kernels(walk, walk);
        }
        Keys keys = new Keys(summation.precision(), trees);
        Kernel few = InterleavedKernel.takes(keys, trees)
                ? new InterleavedKernel(keys, trees, summation.outputs())
                : new WalkKernel(summation.precision(), summation.aggregate(), trees);
        boolean small = trees.stream().allMatch(MaskKernel::takes);
        return new Kernels(few, small ? new MaskKernel(keys, trees) : few);
    }

    /// Whether all nodes compare with a threshold, and all leaves are plain numbers.
    private static boolean comparesAlone(Tree tree) {
        for (int node = 0; node < tree.left().length; node++) {
            if (!tree.isLeaf(node) && tree.test(node) != Tree.LESS && tree.test(node) != Tree.AT_MOST) {
                return false;
            }
        }
        return tree.linear() == null;
    }

    void add(Rows rows, Sums sums) {
        Kernel kernel = rows.count() < MANY ? few : many;
        kernel.add(rows, 0, rows.count(), sums);
    }
}
