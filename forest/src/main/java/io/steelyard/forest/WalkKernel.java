package io.steelyard.forest;

import java.util.List;

/// Walks down one tree after another, row by row: it takes trees of every kind, and is what the others are measured
/// against.
final class WalkKernel implements Kernel {
    private final Precision precision;
    private final Aggregate aggregate;
    private final List<Tree> trees;

    WalkKernel(Precision precision, Aggregate aggregate, List<Tree> trees) {
        this.precision = precision;
        this.aggregate = aggregate;
        this.trees = trees;
    }

    @Override
    public void add(Rows rows, int from, int count, Sums sums) {
        for (Tree tree : trees) {
            for (int row = from; row < from + count; row++) {
                int leaf = tree.leaf(rows, row, precision);
                double weight = tree.value()[leaf];
                if (tree.linear() != null) {
                    weight = tree.linear().value(leaf, rows, row, weight);
                }
                int at = row * sums.outputs() + tree.output();
                switch (precision) {
                    case FLOAT -> sums.floats[at] = (float) aggregate.join(sums.floats[at], (float) weight);
                    case DOUBLE -> sums.doubles[at] = aggregate.join(sums.doubles[at], weight);
                }
            }
        }
    }
}
