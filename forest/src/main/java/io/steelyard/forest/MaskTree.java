package io.steelyard.forest;

import java.util.Arrays;

/// A tree of at most 256 leaves as [MaskKernel] evaluates it: for 64 rows at once, a bit each.
///
/// Which rows come to a node is a mask; those of its children are that mask with the node's predicate, and without it.
/// The inner nodes stand level by level, so that the masks of the children of the k-th are those at 2k+1 and 2k+2. A
/// row's leaf has a code of up to eight bits. In a tree of at most eight levels the code is the row's way, the root's
/// turn highest: a bit of it is what went right on a level. In a deeper one it is the leaf's number.
final class MaskTree {
    static final int MOST_LEAVES = 256;
    private static final int MOST_LEVELS = 8;

    final int output;
    /// For each inner node where its mask stands.
    private final char[] places;
    /// For each inner node its predicate.
    private final int[] predicates;
    /// For each level the first inner node behind it; none in a deep tree.
    private final char[] levelEnds;
    /// For each bit of the code the masks of the leaves whose code has it; none in a tree that is not deep.
    private final char[][] codeMasks;
    /// The leaf's weight by its code; of the two arrays the one of the forest's precision.
    final float[] floats;
    final double[] doubles;

    /// @param predicate0 for each slot its first predicate
    MaskTree(Tree tree, Keys keys, int[] predicate0) {
        output = tree.output();
        int inner = 0;
        for (int node = 0; node < tree.left().length; node++) {
            inner += tree.isLeaf(node) ? 0 : 1;
        }
        places = new char[inner];
        predicates = new int[inner];
        int[] nodes = new int[2 * inner + 1];
        int[] codes = new int[2 * inner + 1];
        char[] ends = new char[inner];
        int levels = 0;
        int levelEnd = 1;
        int size = 1;
        int next = 0;
        for (int at = 0; at < size; at++) {
            if (at == levelEnd) {
                ends[levels++] = (char) next;
                levelEnd = size;
            }
            int node = nodes[at];
            if (tree.isLeaf(node)) {
                continue;
            }
            places[next] = (char) at;
            int slot = keys.slot(tree, node);
            predicates[next++] = predicate0[slot] + keys.rank(tree, node);
            codes[size] = 2 * codes[at];
            nodes[size++] = tree.left()[node];
            codes[size] = 2 * codes[at] + 1;
            nodes[size++] = tree.right()[node];
        }
        boolean deep = levels > MOST_LEVELS;
        levelEnds = deep ? new char[0] : Arrays.copyOf(ends, levels);
        double[] weights = deep ? numbered(tree, nodes, codes) : ways(tree, nodes, codes, levels);
        codeMasks = deep ? codeMasks(tree, nodes, codes) : new char[0][];
        boolean isFloat = keys.precision() == Precision.FLOAT;
        doubles = isFloat ? new double[0] : weights;
        floats = new float[isFloat ? weights.length : 0];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) weights[i];
        }
    }

    /// Evaluates the tree for 64 rows.
    ///
    /// @param all the predicates of all trees: the rows for which each holds
    /// @param offset where they begin
    /// @param masks room for the masks of the nodes; the first is that of all rows
    /// @param code receives for each bit of the code the rows that have it
    void evaluate(long[] all, int offset, long[] masks, long[] code) {
        Arrays.fill(code, 0);
        int at = 1;
        if (codeMasks.length != 0) {
            for (int i = 0; i < places.length; i++) {
                long here = masks[places[i]];
                long left = here & all[offset + predicates[i]];
                masks[at] = left;
                masks[at + 1] = here ^ left;
                at += 2;
            }
            for (int bit = 0; bit < codeMasks.length; bit++) {
                long rows = 0;
                for (char place : codeMasks[bit]) {
                    rows |= masks[place];
                }
                code[bit] = rows;
            }
            return;
        }
        int i = 0;
        for (int level = 0; level < levelEnds.length; level++) {
            long rows = 0;
            for (int end = levelEnds[level]; i < end; i++) {
                long here = masks[places[i]];
                long left = here & all[offset + predicates[i]];
                masks[at] = left;
                masks[at + 1] = here ^ left;
                rows |= here ^ left;
                at += 2;
            }
            code[levelEnds.length - 1 - level] = rows;
        }
    }

    /// The weights by way; what a way does not reach stays empty. Codes of leaves that end early get zeros behind.
    private static double[] ways(Tree tree, int[] nodes, int[] codes, int levels) {
        double[] weights = new double[1 << levels];
        int level = 0;
        int levelEnd = 1;
        int children = 1;
        for (int at = 0; at < nodes.length; at++) {
            if (at == levelEnd) {
                level++;
                levelEnd = children;
            }
            if (tree.isLeaf(nodes[at])) {
                weights[codes[at] << (levels - level)] = tree.value()[nodes[at]];
            } else {
                children += 2;
            }
        }
        return weights;
    }

    private static double[] numbered(Tree tree, int[] nodes, int[] codes) {
        double[] weights = new double[MOST_LEAVES];
        int leaves = 0;
        for (int at = 0; at < nodes.length; at++) {
            if (tree.isLeaf(nodes[at])) {
                codes[at] = leaves;
                weights[leaves++] = tree.value()[nodes[at]];
            }
        }
        return Arrays.copyOf(weights, 2 * Integer.highestOneBit(leaves - 1));
    }

    private static char[][] codeMasks(Tree tree, int[] nodes, int[] codes) {
        char[][] masks = new char[MOST_LEVELS][nodes.length];
        int[] sizes = new int[MOST_LEVELS];
        for (int at = 0; at < nodes.length; at++) {
            for (int bit = 0; bit < MOST_LEVELS; bit++) {
                if (tree.isLeaf(nodes[at]) && (codes[at] >> bit & 1) != 0) {
                    masks[bit][sizes[bit]++] = (char) at;
                }
            }
        }
        int used = 0;
        for (int bit = 0; bit < MOST_LEVELS; bit++) {
            masks[bit] = Arrays.copyOf(masks[bit], sizes[bit]);
            used = sizes[bit] > 0 ? bit + 1 : used;
        }
        return Arrays.copyOf(masks, used);
    }
}
