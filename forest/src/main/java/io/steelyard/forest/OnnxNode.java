package io.steelyard.forest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A node of an ONNX graph: an operator, what goes in and out, and its attributes. An attribute that is not there reads
/// as empty.
final class OnnxNode {
    private final List<String> inputs = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();
    private final Map<String, long[]> integers = new HashMap<>();
    private final Map<String, double[]> reals = new HashMap<>();
    private final Map<String, List<String>> texts = new HashMap<>();
    private final Map<String, OnnxTensor> tensors = new HashMap<>();
    private String operator = "";

    static OnnxNode read(ProtoReader message) {
        OnnxNode node = new OnnxNode();
        for (int field = message.next(); field != 0; field = message.next()) {
            switch (field) {
                case 1 -> node.inputs.add(message.text());
                case 2 -> node.outputs.add(message.text());
                case 4 -> node.operator = message.text();
                case 5 -> node.attribute(message.message());
                default -> message.skip();
            }
        }
        return node;
    }

    String operator() {
        return operator;
    }

    List<String> inputs() {
        return inputs;
    }

    List<String> outputs() {
        return outputs;
    }

    int[] ints(String name) {
        long[] values = integers.getOrDefault(name, new long[0]);
        int[] ints = new int[values.length];
        for (int i = 0; i < ints.length; i++) {
            if (values[i] != (int) values[i]) {
                throw new ForestException(
                        "the attribute " + name + " holds " + values[i] + ", which is beyond what a model can hold");
            }
            ints[i] = (int) values[i];
        }
        return ints;
    }

    int integer(String name, int otherwise) {
        int[] values = ints(name);
        return values.length == 0 ? otherwise : values[0];
    }

    /// The floats of an attribute, or the numbers of the tensor that stands for it.
    double[] numbers(String name) {
        OnnxTensor tensor = tensors.containsKey(name) ? tensors.get(name) : tensors.get(name + "_as_tensor");
        return tensor == null ? reals.getOrDefault(name, new double[0]) : tensor.values();
    }

    /// Whether one of the tensors is of doubles.
    boolean isDouble() {
        return tensors.values().stream().anyMatch(OnnxTensor::isDouble);
    }

    List<String> texts(String name) {
        return texts.getOrDefault(name, List.of());
    }

    String text(String name, String otherwise) {
        List<String> all = texts(name);
        return all.isEmpty() ? otherwise : all.getFirst();
    }

    private void attribute(ProtoReader message) {
        String name = "";
        ProtoReader.Longs whole = new ProtoReader.Longs();
        ProtoReader.Doubles real = new ProtoReader.Doubles();
        List<String> words = new ArrayList<>();
        List<OnnxTensor> tensor = new ArrayList<>();
        for (int field = message.next(); field != 0; field = message.next()) {
            switch (field) {
                case 1 -> name = message.text();
                case 2, 7 -> message.floats(real);
                case 3, 8 -> message.integers(whole);
                case 4, 9 -> words.add(message.text());
                case 5 -> tensor.add(OnnxTensor.read(message.message()));
                default -> message.skip();
            }
        }
        integers.put(name, whole.toArray());
        reals.put(name, real.toArray());
        texts.put(name, words);
        if (!tensor.isEmpty()) {
            tensors.put(name, tensor.getFirst());
        }
    }
}
