package io.steelyard.forest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One decision tree in the form that all files are brought into: a node is a position in the arrays, the root is 0.
///
/// At an inner node a row goes left where its node's test holds for its feature, else right; where the feature is
/// missing, to the side that the node says. A test that a file states the other way round has its children exchanged. A
/// node that was pruned may stand in the arrays without being reachable.
///
/// @param number the tree's place in the file; trees of one number are copies that add to different outputs
/// @param output the output that it adds to
/// @param left the left child's position, or -1 at a leaf
/// @param right the right child's position, or -1 at a leaf
/// @param feature the feature that an inner node looks at
/// @param value the threshold of an inner node or the number of its set in `sets`; the weight of a leaf
/// @param decision what an inner node tests, and where missing values go: the constants of this class, added up
/// @param cover how many training rows came to each node, or the sum of their Hessians; empty where the file does not
///     say
/// @param sets the sets of nodes that test for membership
/// @param linear the models in the leaves, if there are any
/// @param leafBase what a node's position is less by to be the number that the library gives the leaf
record Tree(
        int number,
        int output,
        int[] left,
        int[] right,
        int[] feature,
        double[] value,
        byte[] decision,
        float[] cover,
        List<CategorySet> sets,
        @Nullable LinearLeaves linear,
        int leafBase) {
    /// The test: left where the feature is less than the value.
    static final int LESS = 0;
    /// The test: left where the feature is at most the value.
    static final int AT_MOST = 1;
    /// The test: left where the feature is equal to the value.
    static final int EQUAL = 2;
    /// The test: left where the feature belongs to the set.
    static final int MEMBER = 3;
    /// Missing values go left; else right.
    static final int MISSING_LEFT = 4;
    /// What is about zero is missing, too.
    static final int ZERO_MISSING = 8;

    /// LightGBM's bound of what is about zero, a float there.
    private static final double ABOUT_ZERO = 1e-35f;

    private static final int TEST = 3;

    /// Checks the tree, and makes leaves of the nodes that cannot be reached.
    ///
    /// @throws ForestException where the arrays do not make a tree over `features` features
    void check(int features) {
        int nodes = left.length;
        if (nodes == 0
                || right.length != nodes
                || feature.length != nodes
                || value.length != nodes
                || decision.length != nodes
                || (cover.length != 0 && cover.length != nodes)) {
            throw new ForestException("its arrays should be of one length and not empty, but hold " + nodes
                    + " left children, " + right.length + " right children, " + feature.length + " features, "
                    + value.length + " values, " + decision.length + " default sides and " + cover.length + " covers");
        }
        boolean[] reached = new boolean[nodes];
        int[] queue = new int[nodes];
        int queued = 1;
        reached[0] = true;
        for (int i = 0; i < queued; i++) {
            int node = queue[i];
            if (isLeaf(node)) {
                continue;
            }
            if (feature[node] < 0 || feature[node] >= features) {
                throw new ForestException("node " + node + " looks at feature " + feature[node]
                        + ", but the model has features 0 to " + (features - 1));
            }
            for (int side = 0; side < 2; side++) {
                int child = side == 0 ? left[node] : right[node];
                if (child < 0 || child >= nodes) {
                    throw new ForestException(
                            "node " + node + " has the child " + child + ", but there are nodes 0 to " + (nodes - 1));
                }
                if (reached[child]) {
                    throw new ForestException("node " + child + " is reached on two ways: this is not a tree");
                }
                reached[child] = true;
                queue[queued++] = child;
            }
        }
        for (int node = 0; node < nodes; node++) {
            if (!reached[node]) {
                left[node] = -1;
                right[node] = -1;
            }
        }
        if (linear != null) {
            linear.check(features);
        }
    }

    boolean isLeaf(int node) {
        return left[node] == -1 && right[node] == -1;
    }

    int test(int node) {
        return decision[node] & TEST;
    }

    boolean has(int node, int flag) {
        return (decision[node] & flag) != 0;
    }

    /// Whether a row with this value goes left at an inner node.
    boolean goesLeft(int node, double x) {
        if (Double.isNaN(x) || (has(node, ZERO_MISSING) && Math.abs(x) <= ABOUT_ZERO)) {
            return has(node, MISSING_LEFT);
        }
        return switch (test(node)) {
            case LESS -> x < value[node];
            case AT_MOST -> x <= value[node];
            case EQUAL -> x == value[node];
            default -> sets.get((int) value[node]).contains(x);
        };
    }

    /// The leaf that a row comes to.
    int leaf(Rows rows, int row, Precision precision) {
        int node = 0;
        while (!isLeaf(node)) {
            double x =
                    precision == Precision.FLOAT ? rows.floatAt(row, feature[node]) : rows.doubleAt(row, feature[node]);
            node = goesLeft(node, x) ? left[node] : right[node];
        }
        return node;
    }
}
