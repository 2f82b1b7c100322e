package io.steelyard.forest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The older operators of ONNX, in which a node is named by the numbers of its tree and its own:
/// `TreeEnsembleClassifier` and `TreeEnsembleRegressor`.
final class OnnxEnsemble {
    private final OnnxNode node;
    private final String leafPrefix;
    private final int[] treeIds;
    private final int[] nodeIds;
    private final int[] features;
    private final double[] values;
    private final List<String> modes;
    private final int[] trueIds;
    private final int[] falseIds;
    private final int[] tracksTrue;
    private final int[] leafTrees;
    private final int[] leafNodes;
    private final int[] leafOutputs;
    private final double[] leafWeights;

    /// @param leafPrefix what the attributes of leaves begin with
    OnnxEnsemble(OnnxNode node, String leafPrefix) {
        this.node = node;
        this.leafPrefix = leafPrefix;
        treeIds = node.ints("nodes_treeids");
        nodeIds = node.ints("nodes_nodeids");
        features = node.ints("nodes_featureids");
        values = node.numbers("nodes_values");
        modes = node.texts("nodes_modes");
        trueIds = node.ints("nodes_truenodeids");
        falseIds = node.ints("nodes_falsenodeids");
        tracksTrue = node.ints("nodes_missing_value_tracks_true");
        leafTrees = node.ints(leafPrefix + "_treeids");
        leafNodes = node.ints(leafPrefix + "_nodeids");
        leafOutputs = node.ints(leafPrefix + "_ids");
        leafWeights = node.numbers(leafPrefix + "_weights");
        int count = treeIds.length;
        if (nodeIds.length != count
                || features.length != count
                || values.length != count
                || modes.size() != count
                || trueIds.length != count
                || falseIds.length != count
                || (tracksTrue.length != 0 && tracksTrue.length != count)) {
            throw new ForestException("the attributes of nodes should be of one length, but hold " + count
                    + " tree ids, " + nodeIds.length + " node ids, " + features.length + " features, " + values.length
                    + " values, " + modes.size() + " modes, " + trueIds.length + " and " + falseIds.length
                    + " children and " + tracksTrue.length + " sides of missing values");
        }
        if (leafNodes.length != leafTrees.length
                || leafOutputs.length != leafTrees.length
                || leafWeights.length != leafTrees.length) {
            throw new ForestException("the attributes of leaves should be of one length, but hold " + leafTrees.length
                    + " tree ids, " + leafNodes.length + " node ids, " + leafOutputs.length + " outputs and "
                    + leafWeights.length + " weights");
        }
    }

    Forest regressor(OnnxInput input, String producer) {
        int outputs = OnnxSettings.outputs(node.integer("n_targets", 1), "n_targets");
        Link link = OnnxSettings.link(node.text("post_transform", "NONE"));
        Aggregate aggregate = OnnxSettings.aggregate(node.text("aggregate_function", "SUM"));
        return forest(input, producer, outputs, false, link, aggregate, List.of(), 0);
    }

    Forest classifier(OnnxInput input, String producer) {
        List<String> names = node.texts("classlabels_strings");
        if (names.isEmpty()) {
            names = Arrays.stream(node.ints("classlabels_int64s"))
                    .mapToObj(Integer::toString)
                    .toList();
        }
        int classes = OnnxSettings.outputs(names.size(), "the number of class labels");
        Link link = OnnxSettings.link(node.text("post_transform", "NONE"));
        // Of two classes often one alone has weights: its score is that of the second class.
        boolean one = classes <= 2 && Arrays.stream(leafOutputs).distinct().count() == 1;
        if (one && (link == Link.SOFTMAX || link == Link.SOFTMAX_ZERO)) {
            throw new ForestException("two classes with the weights of one and the post_transform " + link
                    + " are not supported: score the model with ONNX Runtime");
        }
        boolean positive = Arrays.stream(leafWeights).allMatch(w -> w >= 0);
        return forest(input, producer, one ? 1 : classes, one, link, Aggregate.SUM, names, positive ? 0.5 : 0);
    }

    private Forest forest(
            OnnxInput input,
            String producer,
            int outputs,
            boolean oneOfTwo,
            Link link,
            Aggregate aggregate,
            List<String> classNames,
            double classBound) {
        Precision precision = node.isDouble() || input.isDouble() ? Precision.DOUBLE : Precision.FLOAT;
        double[] base = node.numbers("base_values");
        double[] offset = new double[outputs];
        if (oneOfTwo && base.length == 2) {
            offset[0] = base[1];
        } else if (base.length != 0) {
            if (base.length != outputs) {
                throw new ForestException(
                        "base_values holds " + base.length + " values, but a row has " + outputs + " outputs");
            }
            offset = base;
        }
        int featureCount = OnnxSettings.features(input, features);
        OnnxTrees trees = new OnnxTrees(outputs, featureCount, leafTrees.length + treeIds.length);
        Map<Integer, List<Integer>> byTree = new LinkedHashMap<>();
        for (int i = 0; i < treeIds.length; i++) {
            byTree.computeIfAbsent(treeIds[i], id -> new ArrayList<>()).add(i);
        }
        Map<Integer, List<Integer>> leavesByTree = new HashMap<>();
        for (int i = 0; i < leafTrees.length; i++) {
            leavesByTree.computeIfAbsent(leafTrees[i], id -> new ArrayList<>()).add(i);
        }
        for (Map.Entry<Integer, List<Integer>> tree : byTree.entrySet()) {
            try {
                tree(tree.getValue(), leavesByTree.getOrDefault(tree.getKey(), List.of()), oneOfTwo, trees);
            } catch (ForestException e) {
                throw new ForestException("tree " + tree.getKey() + ": " + e.getMessage(), e);
            }
        }
        ModelFacts facts = new ModelFacts(
                Library.ONNX,
                producer,
                node.operator(),
                featureCount,
                List.of(),
                classNames.isEmpty() ? ModelFacts.Answer.NUMBERS : ModelFacts.Answer.CLASSES,
                classBound,
                classNames,
                -1);
        return new Forest(
                facts,
                OnnxSettings.summation(precision, aggregate, offset),
                new Scoring(Library.ONNX, precision, link),
                trees.all(),
                trees.roundEnds());
    }

    private void tree(List<Integer> nodes, List<Integer> leaves, boolean oneOfTwo, OnnxTrees trees) {
        int count = nodes.size();
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < count; i++) {
            if (places.put(nodeIds[nodes.get(i)], i) != null) {
                throw new ForestException("there are two nodes " + nodeIds[nodes.get(i)]);
            }
        }
        OnnxTrees.Shape shape = new OnnxTrees.Shape(count);
        boolean[] isChild = new boolean[count];
        for (int i = 0; i < count; i++) {
            int at = nodes.get(i);
            if (modes.get(at).equals("LEAF")) {
                continue;
            }
            OnnxDecision decision = OnnxDecision.of(modes.get(at));
            int whenTrue = place(places, trueIds[at]);
            int whenFalse = place(places, falseIds[at]);
            isChild[whenTrue] = true;
            isChild[whenFalse] = true;
            boolean tracks = tracksTrue.length != 0 && tracksTrue[at] != 0;
            shape.inner(i, decision, features[at], values[at], whenTrue, whenFalse, tracks);
        }
        for (int leaf : leaves) {
            int output = oneOfTwo ? 0 : leafOutputs[leaf];
            shape.weight(place(places, leafNodes[leaf]), output, leafWeights[leaf]);
        }
        int root = -1;
        for (int i = 0; i < count; i++) {
            if (!isChild[i]) {
                if (root >= 0) {
                    throw new ForestException("both node " + nodeIds[nodes.get(root)] + " and node "
                            + nodeIds[nodes.get(i)] + " have no parent: this is not a tree");
                }
                root = i;
            }
        }
        if (root < 0) {
            throw new ForestException("all nodes have a parent: this is not a tree");
        }
        trees.add(shape, root);
    }

    private int place(Map<Integer, Integer> places, int id) {
        Integer place = places.get(id);
        if (place == null) {
            throw new ForestException("node " + id + " is named, but is not there (attributes " + leafPrefix + ")");
        }
        return place;
    }
}
