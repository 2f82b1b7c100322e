package io.steelyard.forest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The trees of an ONNX model as they are gathered. A leaf may have weights for several outputs; a tree then becomes one
/// for each of them.
final class OnnxTrees {
    /// How many nodes copies may have in all, for each thing in the file, and besides.
    private static final long COPIES = 16;

    private static final long COPIES_BESIDES = 1 << 20;

    private final int outputs;
    private final int features;
    private final long room;
    private final List<Tree> all = new ArrayList<>();
    private int count;
    private long nodes;

    /// @param things how many nodes and leaves the file holds
    OnnxTrees(int outputs, int features, int things) {
        this.outputs = outputs;
        this.features = features;
        this.room = COPIES * things + COPIES_BESIDES;
    }

    List<Tree> all() {
        return all;
    }

    int[] roundEnds() {
        int[] ends = new int[count];
        Arrays.setAll(ends, i -> i + 1);
        return ends;
    }

    void add(Shape shape, int root) {
        shape.exchange(0, root);
        // A tree without weights adds nothing, but has leaves.
        Map<Integer, double[]> values = shape.valuesByOutput();
        for (Map.Entry<Integer, double[]> each : values.entrySet()) {
            if (each.getKey() < 0 || each.getKey() >= outputs) {
                throw new ForestException("a leaf has a weight for the output " + each.getKey()
                        + ", but a row has the outputs 0 to " + (outputs - 1));
            }
            nodes += each.getValue().length;
            if (nodes > room) {
                throw new ForestException("the leaves hold weights for so many outputs that the trees would take "
                        + "more than " + COPIES + " times their room");
            }
            Tree tree = new Tree(
                    count,
                    each.getKey(),
                    shape.left,
                    shape.right,
                    shape.feature,
                    each.getValue(),
                    shape.decision,
                    new float[0],
                    shape.sets,
                    null,
                    0);
            tree.check(features);
            all.add(tree);
        }
        count++;
    }

    /// A tree's nodes, without its leaves' weights.
    static final class Shape {
        private final int[] left;
        private final int[] right;
        private final int[] feature;
        private final double[] value;
        private final byte[] decision;
        private final List<CategorySet> sets = new ArrayList<>();
        private final List<int[]> weightPlaces = new ArrayList<>();
        private final ProtoReader.Doubles weights = new ProtoReader.Doubles();

        Shape(int nodes) {
            left = new int[nodes];
            right = new int[nodes];
            Arrays.fill(left, -1);
            Arrays.fill(right, -1);
            feature = new int[nodes];
            value = new double[nodes];
            decision = new byte[nodes];
        }

        void inner(
                int node,
                OnnxDecision test,
                int looksAt,
                double threshold,
                int whenTrue,
                int whenFalse,
                boolean tracks) {
            left[node] = test.exchanged() ? whenFalse : whenTrue;
            right[node] = test.exchanged() ? whenTrue : whenFalse;
            feature[node] = looksAt;
            value[node] = threshold;
            decision[node] = test.decision(tracks);
        }

        /// Makes a node test for membership.
        void member(int node, double[] members) {
            double[] sorted = members.clone();
            for (int i = 0; i < sorted.length; i++) {
                sorted[i] += 0.0;
            }
            Arrays.sort(sorted);
            value[node] = sets.size();
            sets.add(new CategorySet.Values(sorted));
        }

        void weight(int node, int output, double weight) {
            if (left[node] != -1) {
                throw new ForestException("a node has both children and a weight");
            }
            weightPlaces.add(new int[] {node, output});
            weights.add(weight);
        }

        /// Lets two nodes change places.
        void exchange(int a, int b) {
            if (a == b) {
                return;
            }
            for (int[] side : List.of(left, right)) {
                for (int i = 0; i < side.length; i++) {
                    side[i] = side[i] == a ? b : side[i] == b ? a : side[i];
                }
                swap(side, a, b);
            }
            swap(feature, a, b);
            double number = value[a];
            value[a] = value[b];
            value[b] = number;
            byte kind = decision[a];
            decision[a] = decision[b];
            decision[b] = kind;
            for (int[] place : weightPlaces) {
                place[0] = place[0] == a ? b : place[0] == b ? a : place[0];
            }
        }

        Map<Integer, double[]> valuesByOutput() {
            Map<Integer, double[]> byOutput = new TreeMap<>();
            double[] all = weights.toArray();
            for (int i = 0; i < all.length; i++) {
                int[] place = weightPlaces.get(i);
                byOutput.computeIfAbsent(place[1], output -> value())[place[0]] += all[i];
                if (byOutput.size() * (long) value.length
                        > COPIES * (value.length + (long) all.length) + COPIES_BESIDES) {
                    throw new ForestException("its leaves hold weights for " + byOutput.size()
                            + " outputs or more, which is too much for its size");
                }
            }
            if (byOutput.isEmpty()) {
                byOutput.put(0, value());
            }
            return byOutput;
        }

        /// The thresholds of inner nodes; zero at leaves.
        private double[] value() {
            double[] thresholds = value.clone();
            for (int i = 0; i < thresholds.length; i++) {
                thresholds[i] = left[i] == -1 ? 0 : thresholds[i];
            }
            return thresholds;
        }

        private static void swap(int[] values, int a, int b) {
            int value = values[a];
            values[a] = values[b];
            values[b] = value;
        }
    }
}
