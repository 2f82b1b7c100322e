package io.steelyard.forest;

import java.util.List;

/// How much each feature moved a row's margin away from the mean: SHAP values by TreeSHAP, path-dependent (Lundberg, Erion
/// and Lee, "Consistent individualized feature attribution for tree ensembles", 2018, algorithm 2). All arithmetic is in
/// double.
final class Contributions {
    /// Deeper trees would take much memory: the path's room grows with the square.
    private static final int MOST_LEVELS = 1000;

    private final Precision precision;
    private final int features;
    private final List<Tree> trees;
    private final double[] means;
    private final int levels;

    /// @throws IllegalStateException where the file does not say how many rows came to each node, or has linear leaves
    Contributions(Precision precision, int features, List<Tree> trees) {
        this.precision = precision;
        this.features = features;
        this.trees = trees;
        means = new double[trees.size()];
        int most = 0;
        for (int i = 0; i < means.length; i++) {
            Tree tree = trees.get(i);
            if (tree.linear() != null) {
                throw new IllegalStateException("contributions are not defined for trees with linear leaves");
            }
            if (tree.cover().length == 0) {
                throw new IllegalStateException("contributions need the number of training rows of each node, but the "
                        + "model's file does not hold it for tree " + tree.number());
            }
            TreeOrder order = TreeOrder.of(tree);
            most = Math.max(most, order.levels());
            means[i] = order.mean(tree);
        }
        if (most > MOST_LEVELS) {
            throw new IllegalStateException(
                    "contributions are for trees of at most " + MOST_LEVELS + " levels, but one has " + most);
        }
        levels = most;
    }

    /// Adds the contributions of all trees.
    ///
    /// @param into for each row and output `features + 1` numbers, the last for the mean
    void add(Rows rows, int outputs, double[] into) {
        Walk walk = new Walk(levels);
        for (int row = 0; row < rows.count(); row++) {
            for (int i = 0; i < means.length; i++) {
                Tree tree = trees.get(i);
                int at = (row * outputs + tree.output()) * (features + 1);
                into[at + features] += means[i];
                if (!tree.isLeaf(0)) {
                    walk.begin(tree, rows, row, into, at);
                }
            }
        }
    }

    /// A walk down all ways of a tree, which keeps for each way the features met on it: how many of the training rows
    /// go that way when the feature is unknown, whether this row does when it is known, and the weights of all sizes of
    /// sets of known features. Each level has its own copy.
    private final class Walk {
        private final int[] feature;
        private final double[] unknown;
        private final double[] known;
        private final double[] weight;
        private Tree tree;
        private Rows rows;
        private double[] into;
        private int row;
        private int base;

        Walk(int levels) {
            int size = (levels + 2) * (levels + 3) / 2;
            feature = new int[size];
            unknown = new double[size];
            known = new double[size];
            weight = new double[size];
            tree = trees.isEmpty() ? NONE : trees.getFirst();
            rows = Rows.of(new float[1], 1);
            into = new double[0];
        }

        void begin(Tree tree, Rows rows, int row, double[] into, int base) {
            this.tree = tree;
            this.rows = rows;
            this.row = row;
            this.into = into;
            this.base = base;
            visit(0, 0, 0, 1, 1, -1);
        }

        private void visit(int node, int start, int length, double unknownPart, double knownPart, int by) {
            extend(start, length, unknownPart, knownPart, by);
            if (tree.isLeaf(node)) {
                for (int i = 1; i <= length; i++) {
                    double sum = unwoundSum(start, length, i);
                    into[base + feature[start + i]] +=
                            sum * (known[start + i] - unknown[start + i]) * tree.value()[node];
                }
                return;
            }
            int split = tree.feature()[node];
            double x = precision == Precision.FLOAT ? rows.floatAt(row, split) : rows.doubleAt(row, split);
            boolean left = tree.goesLeft(node, x);
            int hot = left ? tree.left()[node] : tree.right()[node];
            int cold = left ? tree.right()[node] : tree.left()[node];
            double cover = tree.cover()[node];
            double hotPart = cover == 0 ? 0 : tree.cover()[hot] / cover;
            double coldPart = cover == 0 ? 0 : tree.cover()[cold] / cover;
            double unknownBefore = 1;
            double knownBefore = 1;
            int kept = length;
            for (int i = 1; i <= length; i++) {
                if (feature[start + i] == split) {
                    unknownBefore = unknown[start + i];
                    knownBefore = known[start + i];
                    unwind(start, length, i);
                    kept = length - 1;
                    break;
                }
            }
            int next = start + length + 1;
            copy(start, next, kept);
            visit(hot, next, kept + 1, hotPart * unknownBefore, knownBefore, split);
            copy(start, next, kept);
            visit(cold, next, kept + 1, coldPart * unknownBefore, 0, split);
        }

        private void copy(int from, int to, int length) {
            System.arraycopy(feature, from, feature, to, length + 1);
            System.arraycopy(unknown, from, unknown, to, length + 1);
            System.arraycopy(known, from, known, to, length + 1);
            System.arraycopy(weight, from, weight, to, length + 1);
        }

        private void extend(int start, int length, double unknownPart, double knownPart, int by) {
            feature[start + length] = by;
            unknown[start + length] = unknownPart;
            known[start + length] = knownPart;
            weight[start + length] = length == 0 ? 1 : 0;
            for (int i = length - 1; i >= 0; i--) {
                weight[start + i + 1] += knownPart * weight[start + i] * (i + 1) / (length + 1);
                weight[start + i] = unknownPart * weight[start + i] * (length - i) / (length + 1);
            }
        }

        private void unwind(int start, int length, int index) {
            double one = known[start + index];
            double zero = unknown[start + index];
            double next = weight[start + length];
            for (int i = length - 1; i >= 0; i--) {
                if (one != 0) {
                    double before = weight[start + i];
                    weight[start + i] = next * (length + 1) / ((i + 1) * one);
                    next = before - weight[start + i] * zero * (length - i) / (length + 1);
                } else if (zero != 0) {
                    weight[start + i] = weight[start + i] * (length + 1) / (zero * (length - i));
                } else {
                    weight[start + i] = 0;
                }
            }
            for (int i = index; i < length; i++) {
                feature[start + i] = feature[start + i + 1];
                unknown[start + i] = unknown[start + i + 1];
                known[start + i] = known[start + i + 1];
            }
        }

        private double unwoundSum(int start, int length, int index) {
            double one = known[start + index];
            double zero = unknown[start + index];
            double next = weight[start + length];
            double total = 0;
            for (int i = length - 1; i >= 0; i--) {
                if (one != 0) {
                    double part = next * (length + 1) / ((i + 1) * one);
                    total += part;
                    next = weight[start + i] - part * zero * (length - i) / (length + 1);
                } else if (zero != 0) {
                    total += weight[start + i] / zero * (length + 1) / (length - i);
                }
            }
            return total;
        }
    }

    private static final Tree NONE = new Tree(
            0,
            0,
            new int[] {-1},
            new int[] {-1},
            new int[1],
            new double[1],
            new byte[1],
            new float[1],
            List.of(),
            null,
            0);
}
