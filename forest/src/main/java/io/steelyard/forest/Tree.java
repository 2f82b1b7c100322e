package io.steelyard.forest;

/// One decision tree as model files write it: a node is a position in the arrays, the root is 0.
///
/// At an inner node a row goes left where its feature is less than the node's value, right where it is not, and to the
/// default side where it is missing. A node that was pruned may stand in the arrays without being reachable.
///
/// @param left the left child's position, or -1 at a leaf
/// @param right the right child's position, or -1 at a leaf
/// @param feature the feature that an inner node looks at
/// @param value the threshold of an inner node, the weight of a leaf
/// @param defaultLeft not 0 where a missing value goes left
record Tree(int[] left, int[] right, int[] feature, float[] value, int[] defaultLeft) {
    /// @throws ForestException where the arrays do not make a tree over `features` features
    void check(int features) {
        int nodes = left.length;
        if (nodes == 0
                || right.length != nodes
                || feature.length != nodes
                || value.length != nodes
                || defaultLeft.length != nodes) {
            throw new ForestException("its arrays should be of one length and not empty, but hold " + nodes
                    + " left children, " + right.length + " right children, " + feature.length + " features, "
                    + value.length + " values and " + defaultLeft.length + " default sides");
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
            for (int child : new int[] {left[node], right[node]}) {
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
    }

    boolean isLeaf(int node) {
        return left[node] == -1 && right[node] == -1;
    }
}
