package io.steelyard.models;

import io.steelyard.forest.Forest;
import io.steelyard.forest.ForestParts;
import io.steelyard.forest.TreeParts;
import io.steelyard.models.graph.Attribute;
import io.steelyard.models.graph.ElementType;
import io.steelyard.models.graph.OnnxGraph;
import io.steelyard.models.graph.Tensor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A forest as a node `TreeEnsemble` of ONNX-ML 5 in double precision. What the library compares as floats is rounded to
/// floats before, so that every row comes to the same leaves; the leaves are summed as doubles, so that margins differ
/// from XGBoost's by the rounding of its sums.
final class OnnxForest {
    private static final int LESS = 1;
    private static final int AT_MOST = 0;
    private static final int EQUAL = 4;
    private static final int MEMBER = 6;
    private static final int SUM = 1;
    private static final double ABOUT_ZERO = 1e-35f;

    private final OnnxColumns columns;
    private final Forest forest;
    private final ForestParts parts;

    private final List<Long> roots = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Double> members = new ArrayList<>();
    private final List<Long> leafOutputs = new ArrayList<>();
    private final List<Double> leafWeights = new ArrayList<>();

    /// An inner node, whose children are numbers of nodes or of leaves.
    private static final class Node {
        private long feature;
        private int mode;
        private double split;
        private long yes;
        private boolean yesIsLeaf;
        private long no;
        private boolean noIsLeaf;
        private boolean missingIsYes;
        private List<Double> members = List.of();
    }

    private OnnxForest(OnnxColumns columns, Forest forest) {
        this.columns = columns;
        this.forest = forest;
        this.parts = forest.parts();
    }

    /// Adds a forest to a graph.
    ///
    /// @param features the forest's columns in its order
    /// @return the value of its scores, of the shape (rows, outputs)
    /// @throws IllegalArgumentException where the forest has what an ensemble of ONNX has not
    static String add(OnnxColumns columns, Forest forest, List<String> features) {
        return new OnnxForest(columns, forest).add(features);
    }

    private String add(List<String> features) {
        if (parts.aggregation() != ForestParts.Aggregation.SUM) {
            throw new IllegalArgumentException("the trees of the model are not summed");
        }
        parts.trees().forEach(this::tree);
        List<String> inputs = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            inputs.add(input(columns.numbers(features.get(i)), i));
        }
        String margins = roots.isEmpty() ? constantMargins(inputs.getFirst()) : ensemble(columns.sideBySide(inputs));
        return link(margins);
    }

    /// A feature as the trees look at it.
    private String input(String value, int feature) {
        String x = value;
        if (parts.comparesFloats()) {
            x = columns.cast(columns.cast(x, ElementType.FLOAT), ElementType.DOUBLE);
        }
        if (zeroMissing.contains(feature)) {
            String small = node("LessOrEqual", node("Abs", x), columns.number(ABOUT_ZERO));
            x = columns.where(small, columns.number(Double.NaN), x);
        }
        if (categorical.contains(feature)) {
            x = node("Mul", node("Sign", x), node("Floor", node("Abs", x)));
        }
        return x;
    }

    private final Set<Integer> zeroMissing = new HashSet<>();
    private final Set<Integer> notZeroMissing = new HashSet<>();
    private final Set<Integer> categorical = new HashSet<>();
    private final Set<Integer> numerical = new HashSet<>();

    private record Place(int node, long at) {}

    private void tree(TreeParts tree) {
        if (tree.hasLinearLeaves()) {
            throw new IllegalArgumentException("the leaves of the model hold linear models");
        }
        roots.add((long) nodes.size());
        if (tree.isLeaf(0)) {
            Node only = new Node();
            only.mode = AT_MOST;
            only.yes = leaf(tree, 0);
            only.yesIsLeaf = true;
            only.no = only.yes;
            only.noIsLeaf = true;
            nodes.add(only);
            return;
        }
        Deque<Place> open = new ArrayDeque<>();
        nodes.add(new Node());
        open.add(new Place(0, nodes.size() - 1L));
        while (!open.isEmpty()) {
            Place place = open.pop();
            Node node = nodes.get((int) place.at);
            split(tree, place.node, node);
            int left = tree.left(place.node);
            node.yesIsLeaf = tree.isLeaf(left);
            node.yes = node.yesIsLeaf ? leaf(tree, left) : inner(left, open);
            int right = tree.right(place.node);
            node.noIsLeaf = tree.isLeaf(right);
            node.no = node.noIsLeaf ? leaf(tree, right) : inner(right, open);
        }
    }

    private long inner(int node, Deque<Place> open) {
        nodes.add(new Node());
        open.add(new Place(node, nodes.size() - 1L));
        return nodes.size() - 1L;
    }

    private long leaf(TreeParts tree, int node) {
        leafOutputs.add((long) tree.output());
        leafWeights.add(tree.value(node) / parts.divisor());
        return leafWeights.size() - 1L;
    }

    private void split(TreeParts tree, int from, Node to) {
        to.feature = tree.feature(from);
        to.missingIsYes = tree.missingGoesLeft(from);
        (tree.zeroIsMissing(from) ? zeroMissing : notZeroMissing).add(tree.feature(from));
        (tree.test(from) == TreeParts.Test.MEMBER ? categorical : numerical).add(tree.feature(from));
        switch (tree.test(from)) {
            case LESS -> {
                to.mode = LESS;
                to.split = tree.value(from);
            }
            case AT_MOST -> {
                to.mode = AT_MOST;
                to.split = tree.value(from);
            }
            case EQUAL -> {
                to.mode = EQUAL;
                to.split = tree.value(from);
            }
            case MEMBER -> {
                to.mode = MEMBER;
                to.members = tree.members(from);
            }
        }
    }

    private String constantMargins(String anyColumn) {
        String zero = node("Mul", columns.cast(node("IsNaN", anyColumn), ElementType.DOUBLE), columns.number(0));
        return node("Add", zero, base());
    }

    private String base() {
        double[] base = new double[parts.base().size()];
        for (int i = 0; i < base.length; i++) {
            base[i] = parts.base().get(i) / parts.divisor() + parts.offset().get(i);
        }
        return columns.graph().constant("base", Tensor.doubles(List.of(1, base.length), base));
    }

    private String ensemble(String matrix) {
        check("zero as missing", zeroMissing, notZeroMissing);
        check("categories", categorical, numerical);
        // The members stand in the order of the nodes, each set ended by NaN.
        for (Node node : nodes) {
            if (node.mode == MEMBER) {
                members.addAll(node.members);
                members.add(Double.NaN);
            }
        }
        OnnxGraph graph = columns.graph();
        List<Attribute> attributes = new ArrayList<>(List.of(
                Attribute.of("aggregate_function", SUM),
                Attribute.of("leaf_targetids", longs(leafOutputs)),
                Attribute.of("leaf_weights", doubles(leafWeights)),
                Attribute.of("n_targets", forest.outputs()),
                Attribute.of(
                        "nodes_falseleafs",
                        nodes.stream().mapToLong(n -> n.noIsLeaf ? 1 : 0).toArray()),
                Attribute.of(
                        "nodes_falsenodeids",
                        nodes.stream().mapToLong(n -> n.no).toArray()),
                Attribute.of(
                        "nodes_featureids",
                        nodes.stream().mapToLong(n -> n.feature).toArray()),
                Attribute.of(
                        "nodes_missing_value_tracks_true",
                        nodes.stream().mapToLong(n -> n.missingIsYes ? 1 : 0).toArray()),
                Attribute.of("nodes_modes", modes()),
                Attribute.of(
                        "nodes_splits", doubles(nodes.stream().map(n -> n.split).toList())),
                Attribute.of(
                        "nodes_trueleafs",
                        nodes.stream().mapToLong(n -> n.yesIsLeaf ? 1 : 0).toArray()),
                Attribute.of(
                        "nodes_truenodeids",
                        nodes.stream().mapToLong(n -> n.yes).toArray()),
                Attribute.of("post_transform", 0),
                Attribute.of("tree_roots", longs(roots))));
        if (!members.isEmpty()) {
            attributes.add(Attribute.of("membership_values", doubles(members)));
        }
        String sums = graph.ml("TreeEnsemble", List.of(matrix), attributes.toArray(Attribute[]::new));
        return node("Add", sums, base());
    }

    private static void check(String what, Set<Integer> some, Set<Integer> others) {
        for (int feature : some) {
            if (others.contains(feature)) {
                throw new IllegalArgumentException(
                        "feature " + feature + " of the model is looked at with " + what + " and without");
            }
        }
    }

    private Tensor modes() {
        byte[] modes = new byte[nodes.size()];
        for (int i = 0; i < modes.length; i++) {
            modes[i] = (byte) nodes.get(i).mode;
        }
        return Tensor.bytes(modes);
    }

    private String link(String margins) {
        return switch (forest.link()) {
            case IDENTITY -> margins;
            case LOGISTIC -> node("Sigmoid", node("Mul", margins, columns.number(parts.steepness())));
            case SOFTMAX -> columns.graph().node("Softmax", List.of(margins), Attribute.of("axis", 1));
            case EXPONENTIAL -> node("Exp", margins);
            case STEP -> columns.cast(node("Greater", margins, columns.number(0)), ElementType.DOUBLE);
            case SIGNED_SQUARE -> node("Mul", margins, node("Abs", margins));
            case LOG_ONE_PLUS_EXPONENTIAL -> node("Log", node("Add", node("Exp", margins), columns.number(1)));
            case SOFTMAX_ZERO, PROBIT ->
                throw new IllegalArgumentException("the model's link " + forest.link() + " has no operator");
        };
    }

    private static Tensor doubles(List<Double> values) {
        double[] array = values.stream().mapToDouble(Double::doubleValue).toArray();
        return Tensor.doubles(List.of(array.length), array);
    }

    private static long[] longs(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    private String node(String operator, String... arguments) {
        return columns.graph().node(operator, List.of(arguments));
    }
}
