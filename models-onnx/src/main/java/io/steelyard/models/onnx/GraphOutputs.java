package io.steelyard.models.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxMap;
import ai.onnxruntime.OnnxSequence;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.SequenceInfo;
import ai.onnxruntime.TensorInfo;
import io.steelyard.models.Task;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// What a graph answers.
///
/// @param task what the scores mean
/// @param classes the classes in the order of the scores; none for a regression
/// @param names the outputs that hold the scores: one, or one a class
/// @param form how they hold them
record GraphOutputs(Task task, List<String> classes, List<String> names, Form form) {
    private static final List<String> BINARY = List.of("0", "1");
    private static final String PREDICTION = "prediction";
    private static final String PROBABILITY = "probability";

    /// How scores stand in the outputs. A closed set.
    enum Form {
        /// An output of one number a row, or one such a class.
        COLUMNS,
        /// A matrix with a column a class.
        MATRIX,
        /// A map from class to probability a row.
        MAPS
    }

    GraphOutputs {
        classes = List.copyOf(classes);
        names = List.copyOf(names);
    }

    /// How many scores a row has.
    int outputs() {
        return task == Task.MULTICLASS_CLASSIFICATION ? classes.size() : 1;
    }

    /// @param labels the classes that the graph's nodes name; may be none
    /// @throws IllegalArgumentException where the outputs are not of a known kind
    static GraphOutputs of(Map<String, NodeInfo> infos, List<String> labels) {
        Set<String> outputs = infos.keySet();
        if (outputs.contains(PREDICTION) && outputs.contains(PROBABILITY)) {
            return new GraphOutputs(Task.BINARY_CLASSIFICATION, BINARY, List.of(PROBABILITY), Form.COLUMNS);
        }
        List<String> ofClasses = outputs.stream()
                .filter(name -> name.startsWith(PROBABILITY + "_"))
                .toList();
        if (outputs.contains(PREDICTION) && ofClasses.size() > 1) {
            List<String> classes = ofClasses.stream()
                    .map(name -> name.substring(PROBABILITY.length() + 1))
                    .toList();
            return new GraphOutputs(Task.MULTICLASS_CLASSIFICATION, classes, ofClasses, Form.COLUMNS);
        }
        for (NodeInfo info : infos.values()) {
            if (info.getInfo() instanceof SequenceInfo sequence && sequence.sequenceOfMaps) {
                if (labels.isEmpty()) {
                    throw new IllegalArgumentException("the output '" + info.getName() + "' is a map a row, and the "
                            + "graph does not name its classes; convert the model with options={'zipmap': False}");
                }
                return classifier(labels, info.getName(), Form.MAPS);
            }
        }
        return tensors(infos, labels);
    }

    private static GraphOutputs tensors(Map<String, NodeInfo> infos, List<String> labels) {
        List<NodeInfo> numbers = infos.values().stream()
                .filter(info -> info.getInfo() instanceof TensorInfo tensor
                        && (tensor.type == OnnxJavaType.FLOAT || tensor.type == OnnxJavaType.DOUBLE))
                .toList();
        if (numbers.size() != 1) {
            throw new IllegalArgumentException("the graph has the outputs " + infos.keySet() + ", of which "
                    + numbers.size() + " hold floating-point numbers; exactly one must");
        }
        NodeInfo output = numbers.getFirst();
        long[] shape = ((TensorInfo) output.getInfo()).getShape();
        long width = shape.length == 2 ? shape[1] : 1;
        boolean labelled = infos.size() > 1;
        if (!labelled && labels.isEmpty()) {
            if (width > 1) {
                throw new IllegalArgumentException("the output '" + output.getName() + "' holds " + width
                        + " numbers a row, and nothing says what they mean; a classifier's graph has a label beside");
            }
            return new GraphOutputs(Task.REGRESSION, List.of(), List.of(output.getName()), Form.MATRIX);
        }
        if (!labels.isEmpty()) {
            return classifier(labels, output.getName(), Form.MATRIX);
        }
        boolean texts = infos.values().stream()
                .anyMatch(info -> info.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.STRING);
        if (texts || width < 2) {
            throw new IllegalArgumentException("the graph answers labels, but does not name its classes");
        }
        return classifier(
                IntStream.range(0, (int) width).mapToObj(Integer::toString).toList(), output.getName(), Form.MATRIX);
    }

    private static GraphOutputs classifier(List<String> classes, String output, Form form) {
        Task task = classes.equals(BINARY) ? Task.BINARY_CLASSIFICATION : Task.MULTICLASS_CLASSIFICATION;
        return new GraphOutputs(task, classes, List.of(output), form);
    }

    /// The scores of an answer, row after row.
    double[] scores(OrtSession.Result answer, int rows) throws OrtException {
        int outputs = outputs();
        double[] scores = new double[rows * outputs];
        List<double[]> parts = new ArrayList<>();
        for (String name : names) {
            OnnxValue value = answer.get(name).orElseThrow();
            parts.add(form == Form.MAPS ? mapped((OnnxSequence) value, rows) : numbers((OnnxTensor) value));
        }
        double[] first = parts.getFirst();
        int width = form == Form.COLUMNS ? 1 : Math.max(1, classes.size());
        for (double[] part : parts) {
            if (part.length != rows * width) {
                throw new IllegalStateException("the output " + names + " holds " + part.length + " numbers for " + rows
                        + " rows, but " + width + " a row are what the model should answer");
            }
        }
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < outputs; i++) {
                scores[row * outputs + i] = switch (form) {
                    case COLUMNS -> parts.get(i)[row];
                    case MATRIX, MAPS -> first[row * width + (task == Task.BINARY_CLASSIFICATION ? 1 : i)];
                };
            }
        }
        return scores;
    }

    private static double[] numbers(OnnxTensor tensor) {
        return switch (tensor.getInfo().type) {
            case DOUBLE -> {
                DoubleBuffer buffer = tensor.getDoubleBuffer();
                double[] values = new double[buffer.remaining()];
                buffer.get(values);
                yield values;
            }
            default -> {
                FloatBuffer buffer = tensor.getFloatBuffer();
                double[] values = new double[buffer.remaining()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = buffer.get(i);
                }
                yield values;
            }
        };
    }

    private double[] mapped(OnnxSequence sequence, int rows) throws OrtException {
        double[] values = new double[rows * classes.size()];
        int row = 0;
        for (OnnxValue each : sequence.getValue()) {
            try (OnnxMap map = (OnnxMap) each) {
                Map<?, ?> shares = map.getValue();
                for (Map.Entry<?, ?> share : shares.entrySet()) {
                    int at = classes.indexOf(share.getKey().toString());
                    values[row * classes.size() + at] = ((Number) share.getValue()).doubleValue();
                }
            }
            row++;
        }
        return values;
    }
}
