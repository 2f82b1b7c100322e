package io.steelyard.models.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A graph that grows node by node; a value is known by its name. Not safe for several threads.
///
/// Equal calls in equal order give equal bytes.
public final class OnnxGraph {
    /// Of the operators of the domains `ai.onnx` and `ai.onnx.ml`: ONNX 1.16, ONNX Runtime 1.20 and later read these.
    private static final int OPSET = 18;

    private static final int ML_OPSET = 5;
    private static final int IR_VERSION = 10;
    private static final String ML = "ai.onnx.ml";

    private final Message graph = new Message();
    private final List<Message> inputs = new ArrayList<>();
    private final List<Message> outputs = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    /// What the numbers of `onnx.proto` stand for.
    private static final class Field {
        static final int GRAPH_NODE = 1;
        static final int GRAPH_NAME = 2;
        static final int GRAPH_INITIALIZER = 5;
        static final int GRAPH_INPUT = 11;
        static final int GRAPH_OUTPUT = 12;
        static final int NODE_INPUT = 1;
        static final int NODE_OUTPUT = 2;
        static final int NODE_NAME = 3;
        static final int NODE_OPERATOR = 4;
        static final int NODE_ATTRIBUTE = 5;
        static final int NODE_DOMAIN = 7;
        static final int VALUE_NAME = 1;
        static final int VALUE_TYPE = 2;
        static final int TYPE_TENSOR = 1;
        static final int TENSOR_ELEMENT = 1;
        static final int TENSOR_SHAPE = 2;
        static final int SHAPE_DIMENSION = 1;
        static final int DIMENSION_NAME = 2;
        static final int MODEL_IR_VERSION = 1;
        static final int MODEL_PRODUCER = 2;
        static final int MODEL_DOCUMENTATION = 6;
        static final int MODEL_GRAPH = 7;
        static final int MODEL_OPSETS = 8;
        static final int MODEL_METADATA = 14;
        static final int OPSET_DOMAIN = 1;
        static final int OPSET_VERSION = 2;
        static final int ENTRY_KEY = 1;
        static final int ENTRY_VALUE = 2;

        private Field() {}
    }

    /// Adds an input: one value a row, as a tensor of one dimension or as a column of two.
    ///
    /// @param name the input's name, which is kept
    /// @param type of its elements
    /// @return the name
    public String input(String name, ElementType type) {
        names.add(name);
        inputs.add(value(name, type, new Message()));
        return name;
    }

    /// Makes a value an output of the graph, a tensor of one dimension with one value a row.
    ///
    /// @param name the output's name, which is kept
    /// @param type of its elements
    /// @param value the value: a column
    public void output(String name, ElementType type, String value) {
        String flat = constant("flat", Tensor.longs(List.of(1), -1));
        nodeNamed(name, "", "Reshape", List.of(value, flat), List.of(name));
        Message rows = new Message().text(Field.DIMENSION_NAME, "rows");
        outputs.add(value(name, type, new Message().message(Field.SHAPE_DIMENSION, rows)));
    }

    /// Adds a constant.
    ///
    /// @param hint how its name begins
    /// @param value the constant
    /// @return its name
    public String constant(String hint, Tensor value) {
        String name = free(hint);
        graph.message(Field.GRAPH_INITIALIZER, value.message(name));
        return name;
    }

    /// Adds a node of the domain `ai.onnx`.
    ///
    /// @param operator what it computes
    /// @param arguments the values that it takes
    /// @param attributes its settings
    /// @return the name of the value that it gives
    public String node(String operator, List<String> arguments, Attribute... attributes) {
        return nodes("", operator, arguments, 1, attributes).getFirst();
    }

    /// Adds a node of the domain `ai.onnx.ml`.
    ///
    /// @param operator what it computes
    /// @param arguments the values that it takes
    /// @param attributes its settings
    /// @return the name of the value that it gives
    public String ml(String operator, List<String> arguments, Attribute... attributes) {
        return nodes(ML, operator, arguments, 1, attributes).getFirst();
    }

    /// Cuts a matrix into its columns.
    ///
    /// @param matrix the matrix
    /// @param columns how many columns it has
    /// @return the columns, each a matrix of one column
    public List<String> columns(String matrix, int columns) {
        if (columns == 1) {
            return List.of(matrix);
        }
        return nodes(
                "", "Split", List.of(matrix), columns, Attribute.of("axis", 1), Attribute.of("num_outputs", columns));
    }

    private List<String> nodes(
            String domain, String operator, List<String> arguments, int results, Attribute... attributes) {
        List<String> given = new ArrayList<>();
        for (int i = 0; i < results; i++) {
            given.add(free(operator));
        }
        nodeNamed(given.getFirst(), domain, operator, arguments, given, attributes);
        return given;
    }

    private void nodeNamed(
            String name,
            String domain,
            String operator,
            List<String> arguments,
            List<String> results,
            Attribute... attributes) {
        Message node = new Message();
        arguments.forEach(argument -> node.text(Field.NODE_INPUT, argument));
        results.forEach(result -> node.text(Field.NODE_OUTPUT, result));
        node.text(Field.NODE_NAME, name).text(Field.NODE_OPERATOR, operator);
        for (Attribute attribute : attributes) {
            node.message(Field.NODE_ATTRIBUTE, attribute.message());
        }
        node.text(Field.NODE_DOMAIN, domain);
        graph.message(Field.GRAPH_NODE, node);
    }

    private String free(String hint) {
        int number = names.size();
        String name = hint + "_" + number;
        while (!names.add(name)) {
            number++;
            name = hint + "_" + number;
        }
        return name;
    }

    private static Message value(String name, ElementType type, Message shape) {
        Message tensor = new Message().number(Field.TENSOR_ELEMENT, type.number());
        byte[] dimensions = shape.toBytes();
        if (dimensions.length > 0) {
            tensor.bytes(Field.TENSOR_SHAPE, dimensions);
        }
        return new Message()
                .text(Field.VALUE_NAME, name)
                .message(Field.VALUE_TYPE, new Message().message(Field.TYPE_TENSOR, tensor));
    }

    /// The graph as a file; the graph is not to be used any more.
    ///
    /// @param documentation what people should know
    /// @param metadata what programs should know
    /// @return the bytes of a `.onnx` file
    public byte[] toBytes(String documentation, Map<String, String> metadata) {
        graph.text(Field.GRAPH_NAME, "steelyard");
        inputs.forEach(input -> graph.message(Field.GRAPH_INPUT, input));
        outputs.forEach(output -> graph.message(Field.GRAPH_OUTPUT, output));
        Message model = new Message()
                .number(Field.MODEL_IR_VERSION, IR_VERSION)
                .text(Field.MODEL_PRODUCER, "steelyard")
                .text(Field.MODEL_DOCUMENTATION, documentation)
                .message(Field.MODEL_GRAPH, graph)
                .message(Field.MODEL_OPSETS, opset("", OPSET))
                .message(Field.MODEL_OPSETS, opset(ML, ML_OPSET));
        metadata.forEach((key, value) -> model.message(
                Field.MODEL_METADATA, new Message().text(Field.ENTRY_KEY, key).text(Field.ENTRY_VALUE, value)));
        return model.toBytes();
    }

    private static Message opset(String domain, int version) {
        return new Message().text(Field.OPSET_DOMAIN, domain).number(Field.OPSET_VERSION, version);
    }
}
