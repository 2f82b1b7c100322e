package io.steelyard.forest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The operator `TreeEnsemble` of `ai.onnx.ml` version 5, in which inner nodes and leaves are places in two lists.
final class OnnxEnsemble5 {
    private final OnnxNode node;
    private final int[] roots;
    private final int[] features;
    private final double[] modes;
    private final double[] splits;
    private final int[] whenTrue;
    private final int[] trueLeaf;
    private final int[] whenFalse;
    private final int[] falseLeaf;
    private final int[] tracksTrue;
    private final int[] leafOutputs;
    private final double[] leafWeights;
    private final List<double[]> sets;
    /// For each inner node the place of its set, if it has one.
    private final int[] setOf;

    OnnxEnsemble5(OnnxNode node) {
        this.node = node;
        roots = node.ints("tree_roots");
        features = node.ints("nodes_featureids");
        modes = node.numbers("nodes_modes");
        splits = node.numbers("nodes_splits");
        whenTrue = node.ints("nodes_truenodeids");
        trueLeaf = node.ints("nodes_trueleafs");
        whenFalse = node.ints("nodes_falsenodeids");
        falseLeaf = node.ints("nodes_falseleafs");
        tracksTrue = node.ints("nodes_missing_value_tracks_true");
        leafOutputs = node.ints("leaf_targetids");
        leafWeights = node.numbers("leaf_weights");
        int count = features.length;
        if (modes.length != count
                || splits.length != count
                || whenTrue.length != count
                || trueLeaf.length != count
                || whenFalse.length != count
                || falseLeaf.length != count
                || (tracksTrue.length != 0 && tracksTrue.length != count)) {
            throw new ForestException("the attributes of nodes should be of one length, but hold " + count
                    + " features, " + modes.length + " modes, " + splits.length + " splits, " + whenTrue.length
                    + " and "
                    + whenFalse.length + " children, of which " + trueLeaf.length + " and " + falseLeaf.length
                    + " are told to be leaves, and " + tracksTrue.length + " sides of missing values");
        }
        if (leafWeights.length != leafOutputs.length) {
            throw new ForestException("the attributes of leaves should be of one length, but hold " + leafOutputs.length
                    + " outputs and " + leafWeights.length + " weights");
        }
        sets = sets(node.numbers("membership_values"));
        setOf = new int[count];
        int next = 0;
        for (int i = 0; i < count; i++) {
            setOf[i] = decision(i).test() == Tree.MEMBER ? next++ : -1;
        }
        if (next > sets.size()) {
            throw new ForestException(next + " nodes test for membership, but there are " + sets.size() + " sets");
        }
    }

    Forest read(OnnxInput input, String producer) {
        int outputs = OnnxSettings.outputs(node.integer("n_targets", 1), "n_targets");
        Precision precision = node.isDouble() || input.isDouble() ? Precision.DOUBLE : Precision.FLOAT;
        Aggregate aggregate = OnnxSettings.aggregate(OnnxSettings.aggregateName(node.integer("aggregate_function", 1)));
        Link link = OnnxSettings.link(OnnxSettings.transform(node.integer("post_transform", 0)));
        int featureCount = OnnxSettings.features(input, features);
        OnnxTrees trees = new OnnxTrees(outputs, featureCount, features.length + leafOutputs.length);
        boolean[] taken = new boolean[features.length];
        for (int i = 0; i < roots.length; i++) {
            try {
                tree(roots[i], taken, trees);
            } catch (ForestException e) {
                throw new ForestException("tree " + i + ": " + e.getMessage(), e);
            }
        }
        ModelFacts facts = new ModelFacts(
                Library.ONNX,
                producer,
                node.operator(),
                featureCount,
                List.of(),
                ModelFacts.Answer.NUMBERS,
                0,
                List.of(),
                -1);
        return new Forest(
                facts,
                OnnxSettings.summation(precision, aggregate, new double[outputs]),
                new Scoring(Library.ONNX, precision, link),
                trees.all(),
                trees.roundEnds());
    }

    /// Gathers the nodes that a root leads to; no inner node may be met twice.
    private void tree(int root, boolean[] taken, OnnxTrees trees) {
        int[] found = new int[16];
        int size = 0;
        found[size++] = take(root, taken);
        for (int i = 0; i < size; i++) {
            int at = found[i];
            for (int side = 0; side < 2; side++) {
                if (!isLeaf(at, side)) {
                    found = size < found.length ? found : Arrays.copyOf(found, 2 * size);
                    found[size++] = take(child(at, side), taken);
                }
            }
        }
        // The inner nodes first, in the order in which they were met, then the leaves.
        OnnxTrees.Shape shape = new OnnxTrees.Shape(2 * size + 1);
        int nextInner = 1;
        int nextLeaf = size;
        for (int i = 0; i < size; i++) {
            int at = found[i];
            int[] children = new int[2];
            for (int side = 0; side < 2; side++) {
                children[side] = isLeaf(at, side) ? nextLeaf++ : nextInner++;
                if (isLeaf(at, side)) {
                    int leaf = child(at, side);
                    if (leaf < 0 || leaf >= leafOutputs.length) {
                        throw new ForestException("node " + at + " leads to leaf " + leaf
                                + ", but there are leaves 0 to " + (leafOutputs.length - 1));
                    }
                    shape.weight(children[side], leafOutputs[leaf], leafWeights[leaf]);
                }
            }
            boolean tracks = tracksTrue.length != 0 && tracksTrue[at] != 0;
            shape.inner(i, decision(at), features[at], splits[at], children[0], children[1], tracks);
            if (setOf[at] >= 0) {
                shape.member(i, sets.get(setOf[at]));
            }
        }
        trees.add(shape, 0);
    }

    private int take(int at, boolean[] taken) {
        if (at < 0 || at >= taken.length) {
            throw new ForestException("node " + at + " is named, but there are nodes 0 to " + (taken.length - 1));
        }
        if (taken[at]) {
            throw new ForestException("node " + at + " is reached on two ways: this is not a tree");
        }
        taken[at] = true;
        return at;
    }

    private boolean isLeaf(int at, int side) {
        return (side == 0 ? trueLeaf[at] : falseLeaf[at]) != 0;
    }

    private int child(int at, int side) {
        return side == 0 ? whenTrue[at] : whenFalse[at];
    }

    private OnnxDecision decision(int at) {
        return OnnxDecision.of((int) modes[at]);
    }

    /// Sets stand one after another, each closed by NaN.
    private static List<double[]> sets(double[] values) {
        List<double[]> sets = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                sets.add(Arrays.copyOfRange(values, from, i));
                from = i + 1;
            }
        }
        if (from < values.length) {
            sets.add(Arrays.copyOfRange(values, from, values.length));
        }
        return sets;
    }
}
