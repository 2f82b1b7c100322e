package io.steelyard.forest;

/// One tree of an XGBoost file, gathered from its tokens in whatever order they stand.
final class XgboostTree {
    private final Tokens tokens;
    private final int number;
    private int[] left = {};
    private int[] right = {};
    private int[] feature = {};
    private float[] value = {};
    private int[] defaultLeft = {};

    XgboostTree(Tokens tokens, int number) {
        this.tokens = tokens;
        this.number = number;
    }

    Tree read() {
        tokens.object(name -> {
            switch (name) {
                case "left_children" -> left = tokens.ints();
                case "right_children" -> right = tokens.ints();
                case "split_indices" -> feature = tokens.ints();
                case "split_conditions" -> value = tokens.floats();
                case "default_left" -> defaultLeft = tokens.ints();
                case "split_type" -> numerical(tokens.ints());
                case "tree_param" -> parameters();
                default -> tokens.skip();
            }
        });
        return new Tree(left, right, feature, value, defaultLeft);
    }

    private void parameters() {
        tokens.object(name -> {
            switch (name) {
                case "size_leaf_vector" -> oneValueALeaf(tokens.text());
                default -> tokens.skip();
            }
        });
    }

    private void oneValueALeaf(String size) {
        if (!size.equals("0") && !size.equals("1")) {
            throw tokens.failure("tree " + number + " has " + size + " values a leaf: one is supported");
        }
    }

    private void numerical(int[] types) {
        for (int type : types) {
            if (type != 0) {
                throw tokens.failure("tree " + number + " splits by category: numerical splits alone are supported");
            }
        }
    }
}
