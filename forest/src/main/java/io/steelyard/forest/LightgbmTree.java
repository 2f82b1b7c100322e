package io.steelyard.forest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One tree of a LightGBM file. Its inner nodes come first in the common form, then its leaves.
final class LightgbmTree {
    private static final int CATEGORICAL = 1;
    private static final int DEFAULT_LEFT = 2;

    private final TextLines lines;
    private int leaves;
    private int[] feature = {};
    private double[] threshold = {};
    private int[] decisionType = {};
    private int[] left = {};
    private int[] right = {};
    private double[] leafValue = {};
    private int[] leafCount = {};
    private int[] innerCount = {};
    private int[] categoryBounds = {};
    private int[] categoryWords = {};
    private boolean linear;
    private double[] constants = {};
    private int[] leafFeatureCounts = {};
    private int[] leafFeatures = {};
    private double[] coefficients = {};

    LightgbmTree(TextLines lines) {
        this.lines = lines;
    }

    /// Reads the lines up to the one that begins the next tree or ends all.
    Tree read(int number, int output) {
        boolean following = lines.next();
        while (following && !lines.startsWith("Tree=") && !lines.is("end of trees")) {
            switch (lines.key()) {
                case "num_leaves" -> leaves = XgboostModel.integer(lines.value(), "num_leaves");
                case "split_feature" -> feature = lines.ints();
                case "threshold" -> threshold = lines.doubles();
                case "decision_type" -> decisionType = lines.ints();
                case "left_child" -> left = lines.ints();
                case "right_child" -> right = lines.ints();
                case "leaf_value" -> leafValue = lines.doubles();
                case "leaf_count" -> leafCount = lines.ints();
                case "internal_count" -> innerCount = lines.ints();
                case "cat_boundaries" -> categoryBounds = lines.ints();
                case "cat_threshold" -> categoryWords = lines.ints();
                case "is_linear" -> linear = !lines.value().equals("0");
                case "leaf_const" -> constants = lines.doubles();
                case "num_features" -> leafFeatureCounts = lines.ints();
                case "leaf_features" -> leafFeatures = lines.ints();
                case "leaf_coeff" -> coefficients = lines.doubles();
                default -> {}
            }
            following = lines.next();
        }
        if (!following) {
            throw lines.failure("the file is cut short: 'end of trees' should follow");
        }
        return assembled(number, output);
    }

    private Tree assembled(int number, int output) {
        int inner = leaves - 1;
        if (leaves < 1
                || leafValue.length != leaves
                || feature.length != inner
                || threshold.length != inner
                || decisionType.length != inner
                || left.length != inner
                || right.length != inner) {
            throw new ForestException("num_leaves is " + leaves + ", but the tree holds " + leafValue.length
                    + " leaf values, " + feature.length + " features, " + threshold.length + " thresholds, "
                    + decisionType.length + " decision types, " + left.length + " left children and " + right.length
                    + " right children");
        }
        int nodes = inner + leaves;
        double[] value = Arrays.copyOf(threshold, nodes);
        System.arraycopy(leafValue, 0, value, inner, leaves);
        byte[] decision = new byte[nodes];
        List<CategorySet> sets = sets();
        for (int node = 0; node < inner; node++) {
            decision[node] = (decisionType[node] & CATEGORICAL) != 0 ? Tree.MEMBER : numerical(node);
            if (decision[node] == Tree.MEMBER) {
                value[node] = set(node, sets.size());
            }
        }
        return new Tree(
                number,
                output,
                children(left, nodes),
                children(right, nodes),
                Arrays.copyOf(feature, nodes),
                value,
                decision,
                covers(nodes),
                sets,
                linear ? linearLeaves(inner, nodes) : null,
                inner);
    }

    private byte numerical(int node) {
        int missing = decisionType[node] >> 2 & 3;
        boolean defaultLeft = (decisionType[node] & DEFAULT_LEFT) != 0;
        int decision = switch (missing) {
            // NaN counts as zero.
            case 0 -> 0 <= threshold[node] ? Tree.MISSING_LEFT : 0;
            case 1 -> Tree.ZERO_MISSING | (defaultLeft ? Tree.MISSING_LEFT : 0);
            case 2 -> defaultLeft ? Tree.MISSING_LEFT : 0;
            default ->
                throw new ForestException(
                        "node " + node + " has the decision type " + decisionType[node] + ", which is none");
        };
        return (byte) (Tree.AT_MOST | decision);
    }

    private int set(int node, int sets) {
        double number = threshold[node];
        if ((int) number != number || number < 0 || number >= sets) {
            throw new ForestException(
                    "node " + node + " has the category set " + number + ", but the tree has " + sets);
        }
        return (int) number;
    }

    private List<CategorySet> sets() {
        List<CategorySet> sets = new ArrayList<>();
        for (int at = 0; at + 1 < categoryBounds.length; at++) {
            int from = categoryBounds[at];
            int to = categoryBounds[at + 1];
            if (from < 0 || to < from || to > categoryWords.length) {
                throw new ForestException("the category set " + at + " goes from " + from + " to " + to
                        + ", but the tree holds " + categoryWords.length + " words");
            }
            long[] words = new long[(to - from + 1) / 2];
            for (int i = from; i < to; i++) {
                words[(i - from) / 2] |= (categoryWords[i] & 0xffffffffL) << ((i - from) % 2 * Integer.SIZE);
            }
            sets.add(new CategorySet.CutNumbers(words));
        }
        return sets;
    }

    private int[] children(int[] side, int nodes) {
        int[] children = new int[nodes];
        Arrays.fill(children, -1);
        for (int i = 0; i < side.length; i++) {
            children[i] = side[i] >= 0 ? side[i] : side.length + ~side[i];
            if (side[i] >= side.length) {
                throw new ForestException(
                        "node " + i + " has the child " + side[i] + ", but there are nodes 0 to " + (side.length - 1));
            }
        }
        return children;
    }

    private float[] covers(int nodes) {
        int inner = leaves - 1;
        if (innerCount.length != inner || leafCount.length != leaves) {
            return new float[0];
        }
        float[] covers = new float[nodes];
        for (int i = 0; i < nodes; i++) {
            covers[i] = i < inner ? innerCount[i] : leafCount[i - inner];
        }
        return covers;
    }

    private @Nullable LinearLeaves linearLeaves(int inner, int nodes) {
        if (constants.length != leaves || leafFeatureCounts.length != leaves) {
            throw new ForestException("num_leaves is " + leaves + ", but the tree holds " + constants.length
                    + " constants and " + leafFeatureCounts.length + " numbers of features");
        }
        double[] constant = new double[nodes];
        int[][] features = new int[nodes][0];
        double[][] coefficient = new double[nodes][0];
        int at = 0;
        for (int leaf = 0; leaf < leaves; leaf++) {
            int count = leafFeatureCounts[leaf];
            if (count < 0 || at > leafFeatures.length - count || at > coefficients.length - count) {
                throw new ForestException("leaf " + leaf + " has " + count + " features, but the tree holds "
                        + leafFeatures.length + " features and " + coefficients.length + " coefficients in all");
            }
            constant[inner + leaf] = constants[leaf];
            features[inner + leaf] = Arrays.copyOfRange(leafFeatures, at, at + count);
            coefficient[inner + leaf] = Arrays.copyOfRange(coefficients, at, at + count);
            at += count;
        }
        return new LinearLeaves(constant, features, coefficient);
    }
}
