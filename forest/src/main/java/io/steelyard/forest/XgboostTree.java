package io.steelyard.forest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One tree of an XGBoost file, gathered from its tokens in whatever order they stand.
final class XgboostTree {
    /// Categories from here on are invalid in XGBoost.
    private static final int MOST_CATEGORIES = 1 << 24;

    private final Tokens tokens;
    private final int number;
    private int[] left = {};
    private int[] right = {};
    private int[] feature = {};
    private float[] value = {};
    private int[] defaultLeft = {};
    private int[] splitType = {};
    private float[] cover = {};
    private int[] categories = {};
    private int[] categoryNodes = {};
    private int[] categorySegments = {};
    private int[] categorySizes = {};
    private String leafSize = "1";

    XgboostTree(Tokens tokens, int number) {
        this.tokens = tokens;
        this.number = number;
    }

    /// Reads the tree.
    void read() {
        tokens.object(name -> {
            switch (name) {
                case "left_children" -> left = tokens.ints();
                case "right_children" -> right = tokens.ints();
                case "split_indices" -> feature = tokens.ints();
                case "split_conditions" -> value = tokens.floats();
                case "default_left" -> defaultLeft = tokens.ints();
                case "split_type" -> splitType = tokens.ints();
                case "sum_hessian" -> cover = tokens.floats();
                case "categories" -> categories = tokens.ints();
                case "categories_nodes" -> categoryNodes = tokens.ints();
                case "categories_segments" -> categorySegments = tokens.ints();
                case "categories_sizes" -> categorySizes = tokens.ints();
                case "tree_param" -> parameters();
                default -> tokens.skip();
            }
        });
    }

    /// The checked tree.
    ///
    /// @param output the output that it adds to
    /// @param features how many the model has
    /// @param weight what leaves are multiplied with, in float32
    Tree tree(int output, int features, float weight) {
        try {
            if (XgboostModel.integer(leafSize, "size_leaf_vector") > 1) {
                throw new ForestException("has " + leafSize + " values a leaf: one is supported; train with"
                        + " multi_strategy=one_output_per_tree");
            }
            Tree tree = assembled(output, weight);
            tree.check(features);
            return tree;
        } catch (ForestException e) {
            throw new ForestException("tree " + number + ": " + e.getMessage(), e);
        }
    }

    private void parameters() {
        tokens.object(name -> {
            switch (name) {
                case "size_leaf_vector" -> leafSize = tokens.text();
                default -> tokens.skip();
            }
        });
    }

    private Tree assembled(int output, float weight) {
        int nodes = left.length;
        if (splitType.length != 0 && splitType.length != nodes) {
            throw new ForestException("split_type holds " + splitType.length + " values for " + nodes + " nodes");
        }
        byte[] decision = new byte[defaultLeft.length];
        double[] values = new double[value.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value[i];
        }
        for (int i = 0; i < decision.length; i++) {
            decision[i] = (byte) (Tree.LESS | (defaultLeft[i] != 0 ? Tree.MISSING_LEFT : 0));
        }
        List<CategorySet> sets = new ArrayList<>();
        boolean categorical = false;
        for (int type : splitType) {
            categorical |= type != 0;
        }
        if (categorical) {
            categories(decision, values, sets);
        }
        if (right.length == nodes && values.length == nodes) {
            for (int i = 0; i < nodes; i++) {
                if (left[i] == -1 && right[i] == -1) {
                    values[i] = (float) values[i] * weight;
                }
            }
        }
        float[] covers = cover.length == nodes ? cover : new float[0];
        return new Tree(number, output, left, right, feature, values, decision, covers, sets, null, 0);
    }

    /// In XGBoost a category of the set goes right: the children are exchanged.
    private void categories(byte[] decision, double[] values, List<CategorySet> sets) {
        int nodes = left.length;
        if (right.length != nodes || decision.length != nodes || values.length != nodes) {
            return;
        }
        if (categorySegments.length != categoryNodes.length || categorySizes.length != categoryNodes.length) {
            throw new ForestException("its categories should be of " + categoryNodes.length + " nodes, but hold "
                    + categorySegments.length + " segments and " + categorySizes.length + " sizes");
        }
        right = right.clone();
        left = left.clone();
        long members = 0;
        for (int size : categorySizes) {
            members += size;
        }
        if (members > categories.length) {
            throw new ForestException("its nodes claim " + members + " categories, but it holds " + categories.length);
        }
        boolean[] done = new boolean[nodes];
        for (int i = 0; i < categoryNodes.length; i++) {
            int node = categoryNodes[i];
            if (node < 0 || node >= nodes || done[node] || splitType[node] == 0) {
                throw new ForestException("categories of node " + node + ", which is no node that splits by category");
            }
            done[node] = true;
            int child = left[node];
            left[node] = right[node];
            right[node] = child;
            decision[node] = (byte) (Tree.MEMBER | (defaultLeft[node] != 0 ? 0 : Tree.MISSING_LEFT));
            values[node] = sets.size();
            sets.add(set(node, categorySegments[i], categorySizes[i]));
        }
        for (int node = 0; node < nodes; node++) {
            if (splitType[node] != 0 && !done[node] && left[node] != -1) {
                throw new ForestException("node " + node + " splits by category, but has no categories");
            }
        }
    }

    private CategorySet set(int node, int from, int size) {
        if (from < 0 || size < 0 || from > categories.length - size) {
            throw new ForestException("node " + node + " has the categories " + from + " to " + (from + (long) size)
                    + ", but there are " + categories.length);
        }
        int[] members = Arrays.copyOfRange(categories, from, from + size);
        if (Arrays.stream(members).anyMatch(c -> c < 0 || c >= MOST_CATEGORIES)) {
            throw new ForestException("node " + node + " has a category that is not between 0 and 16777215");
        }
        return CategorySet.of(members);
    }
}
