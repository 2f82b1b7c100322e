package io.steelyard.forest;

import java.util.Arrays;

/// The nodes of a tree level by level, parents before children.
///
/// @param nodes the nodes
/// @param levels how many steps the deepest leaf is away from the root
record TreeOrder(int[] nodes, int levels) {
    static TreeOrder of(Tree tree) {
        int[] nodes = new int[tree.left().length];
        int size = 1;
        int levels = 0;
        int levelEnd = 1;
        for (int i = 0; i < size; i++) {
            if (i == levelEnd) {
                levels++;
                levelEnd = size;
            }
            if (!tree.isLeaf(nodes[i])) {
                nodes[size++] = tree.left()[nodes[i]];
                nodes[size++] = tree.right()[nodes[i]];
            }
        }
        return new TreeOrder(Arrays.copyOf(nodes, size), levels);
    }

    /// The mean of the leaves over the training rows.
    double mean(Tree tree) {
        double[] means = new double[tree.left().length];
        for (int i = nodes.length - 1; i >= 0; i--) {
            int node = nodes[i];
            if (tree.isLeaf(node)) {
                means[node] = tree.value()[node];
                continue;
            }
            int left = tree.left()[node];
            int right = tree.right()[node];
            double cover = tree.cover()[node];
            means[node] =
                    cover == 0 ? 0 : (means[left] * tree.cover()[left] + means[right] * tree.cover()[right]) / cover;
        }
        return means[0];
    }
}
