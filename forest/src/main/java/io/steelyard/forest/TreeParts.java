package io.steelyard.forest;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// One tree of a forest, node by node; the root is node 0. A node that cannot be reached may be among them.
public final class TreeParts {
    private final Tree tree;

    /// What an inner node tests; where the test holds, a row goes left. A closed set.
    public enum Test {
        /// The feature is less than the threshold.
        LESS,
        /// The feature is at most the threshold.
        AT_MOST,
        /// The feature is equal to the threshold.
        EQUAL,
        /// The feature, cut to a whole number where the library cuts, is one of the members.
        MEMBER
    }

    TreeParts(Tree tree) {
        this.tree = tree;
    }

    /// The output that the tree adds to.
    ///
    /// @return its number from 0
    public int output() {
        return tree.output();
    }

    /// Whether the leaves hold linear models.
    ///
    /// @return false where each leaf has one value
    public boolean hasLinearLeaves() {
        return tree.linear() != null;
    }

    /// Whether a node has no children.
    ///
    /// @param node its number
    /// @return true for a leaf
    public boolean isLeaf(int node) {
        return tree.isLeaf(node);
    }

    /// The child of the rows for which an inner node's test holds.
    ///
    /// @param node its number
    /// @return the child's number
    public int left(int node) {
        return tree.left()[node];
    }

    /// The child of the other rows.
    ///
    /// @param node its number
    /// @return the child's number
    public int right(int node) {
        return tree.right()[node];
    }

    /// The feature that an inner node looks at.
    ///
    /// @param node its number
    /// @return the feature's place in a row
    public int feature(int node) {
        return tree.feature()[node];
    }

    /// What an inner node tests.
    ///
    /// @param node its number
    /// @return the test
    public Test test(int node) {
        return Test.values()[tree.test(node)];
    }

    /// The threshold of an inner node, or the weight of a leaf.
    ///
    /// @param node its number; not one that tests for membership
    /// @return the number
    public double value(int node) {
        return tree.value()[node];
    }

    /// The members of a node that tests for membership.
    ///
    /// @param node its number
    /// @return the numbers in ascending order
    public List<Double> members(int node) {
        return switch (tree.sets().get((int) tree.value()[node])) {
            case CategorySet.Numbers set -> bits(set.words());
            case CategorySet.CutNumbers set -> bits(set.words());
            case CategorySet.Sparse set ->
                Arrays.stream(set.sorted()).mapToObj(i -> (double) i).toList();
            case CategorySet.Values set -> DoubleStream.of(set.sorted()).boxed().toList();
        };
    }

    /// Whether a row goes left where the feature is missing.
    ///
    /// @param node the number of an inner node
    /// @return false where it goes right
    public boolean missingGoesLeft(int node) {
        return tree.has(node, Tree.MISSING_LEFT);
    }

    /// Whether a feature of about zero (at most 1e-35) counts as missing.
    ///
    /// @param node the number of an inner node
    /// @return true for models of LightGBM that learned with `zero_as_missing`
    public boolean zeroIsMissing(int node) {
        return tree.has(node, Tree.ZERO_MISSING);
    }

    private static List<Double> bits(long[] words) {
        return IntStream.range(0, words.length * Long.SIZE)
                .filter(i -> (words[i / Long.SIZE] >>> i & 1) != 0)
                .mapToObj(i -> (double) i)
                .toList();
    }
}
