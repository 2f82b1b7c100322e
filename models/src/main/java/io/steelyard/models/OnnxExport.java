package io.steelyard.models;

import io.steelyard.data.ColumnType;
import io.steelyard.data.Field;
import io.steelyard.data.Schema;
import io.steelyard.models.graph.Attribute;
import io.steelyard.models.graph.ElementType;
import io.steelyard.models.graph.OnnxGraph;
import io.steelyard.models.graph.Tensor;
import io.steelyard.transforms.FittedPipeline;
import io.steelyard.transforms.FittedTransform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Writes transforms and model as one ONNX graph that takes raw columns and answers what the [Predictor] answers, within
/// 1e-6 (ONNX-ML 5: ONNX Runtime 1.20 and later).
///
/// Each column of the signature is an input of its name, with one value a row: `double`, `int64` (missing: the least number,
/// -2⁶³), `bool`, `string` (missing: the empty text), instants as `int64` microseconds since 1970 in UTC (missing: as for
/// numbers). The outputs have one value a row, too: `prediction` (the class, 0 or 1 where there are two, its number or name
/// where there are more; the value of a regression) and, for classes, `probability` (of class 1) or one
/// `probability_<class>` each.
public final class OnnxExport {
    private static final String PREDICTION = "prediction";
    private static final String PROBABILITY = "probability";

    private final OnnxColumns columns = new OnnxColumns();
    private final OnnxGraph graph = columns.graph();

    private OnnxExport() {}

    /// Exports an opened model.
    ///
    /// @param predictor of a [ModelFolder] or a [BareModel]
    /// @return the bytes of a `.onnx` file; equal models give equal bytes
    /// @throws ModelException of kind UNSUPPORTED where a step or the model has no counterpart in ONNX; the message names
    ///     it and says why
    public static byte[] of(Predictor predictor) {
        if (predictor instanceof ScoringPredictor own) {
            return of(own.signature(), own.transforms(), own.scorer(), "the model");
        }
        throw new ModelException(
                ModelException.Kind.UNSUPPORTED, "the model is neither of a model folder nor of a model file");
    }

    /// Exports a model with its transforms.
    ///
    /// @param signature what the model takes and answers
    /// @param transforms what makes the model's columns of those
    /// @param file the model
    /// @return the bytes of a `.onnx` file; equal models give equal bytes
    /// @throws ModelException of kind UNSUPPORTED where a step or the model has no counterpart in ONNX; the message names
    ///     it and says why
    public static byte[] of(Signature signature, FittedPipeline transforms, ModelFile file) {
        return of(signature, transforms, ModelRuntimes.load(file), "the model " + file.name());
    }

    static byte[] of(Signature signature, FittedPipeline transforms, Scorer scorer, String fileName) {
        return new OnnxExport().write(signature, transforms, scorer, fileName);
    }

    private byte[] write(Signature signature, FittedPipeline transforms, Scorer scorer, String fileName) {
        signature.inputs().fields().forEach(columns::input);
        OnnxSteps steps = new OnnxSteps(columns);
        for (int i = 0; i < transforms.steps().size(); i++) {
            FittedTransform step = transforms.steps().get(i);
            try {
                steps.add(step);
            } catch (IllegalArgumentException e) {
                throw refused("step " + (i + 1) + " of the transforms, " + OnnxSteps.name(step), e);
            }
        }
        try {
            answer(signature, scores(scorer));
        } catch (IllegalArgumentException e) {
            throw refused(fileName, e);
        }
        return graph.toBytes("A model with its transforms, written by Steelyard.", metadata(signature));
    }

    /// The columns that an exported graph answers.
    static Schema outputs(Signature signature) {
        return switch (signature.task()) {
            case REGRESSION -> Schema.of(new Field(PREDICTION, ColumnType.DOUBLE));
            case BINARY_CLASSIFICATION ->
                Schema.of(new Field(PREDICTION, ColumnType.LONG), new Field(PROBABILITY, ColumnType.DOUBLE));
            case MULTICLASS_CLASSIFICATION -> {
                List<Field> fields = new ArrayList<>();
                fields.add(new Field(PREDICTION, isNumbered(signature) ? ColumnType.LONG : ColumnType.STRING));
                signature.classes().forEach(name -> fields.add(new Field(PROBABILITY + "_" + name, ColumnType.DOUBLE)));
                yield new Schema(fields);
            }
        };
    }

    private static ModelException refused(String what, IllegalArgumentException why) {
        return new ModelException(
                ModelException.Kind.UNSUPPORTED, what + ", cannot be written as ONNX: " + why.getMessage(), why);
    }

    private static Map<String, String> metadata(Signature signature) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("steelyard.task", signature.task().spelling());
        metadata.put(
                "steelyard.inputs",
                signature.inputs().fields().stream()
                        .map(field -> field.name() + ":" + field.type().spelling())
                        .collect(Collectors.joining(",")));
        return metadata;
    }

    private String scores(Scorer scorer) {
        return switch (scorer) {
            case ForestScorer trees -> OnnxForest.add(columns, trees.forest(), trees.features());
            case LinearScorer linear -> linear(linear.model());
            default -> throw new IllegalArgumentException("it is neither an ensemble of trees nor linear");
        };
    }

    private String linear(LinearModel model) {
        int outputs = model.outputs();
        int width = model.features().size();
        double[] weights = new double[width * outputs];
        for (int output = 0; output < outputs; output++) {
            for (int feature = 0; feature < width; feature++) {
                weights[feature * outputs + output] =
                        model.coefficients().get(output).get(feature);
            }
        }
        double[] intercepts =
                model.intercepts().stream().mapToDouble(Double::doubleValue).toArray();
        String products = graph.node(
                "MatMul",
                List.of(
                        columns.matrix(model.features()),
                        graph.constant("weights", Tensor.doubles(List.of(width, outputs), weights))));
        String margins = graph.node(
                "Add",
                List.of(products, graph.constant("intercepts", Tensor.doubles(List.of(1, outputs), intercepts))));
        return switch (model.kind()) {
            case LINEAR -> margins;
            case LOGISTIC -> graph.node("Sigmoid", List.of(margins));
            case MULTINOMIAL -> graph.node("Softmax", List.of(margins), Attribute.of("axis", 1));
        };
    }

    private void answer(Signature signature, String scores) {
        switch (signature.task()) {
            case REGRESSION -> graph.output(PREDICTION, ElementType.DOUBLE, scores);
            case BINARY_CLASSIFICATION -> {
                String one = graph.node("GreaterOrEqual", List.of(scores, columns.number(ClassPrediction.THRESHOLD)));
                graph.output(PREDICTION, ElementType.INT64, columns.cast(one, ElementType.INT64));
                graph.output(PROBABILITY, ElementType.DOUBLE, scores);
            }
            case MULTICLASS_CLASSIFICATION -> {
                String best = graph.node("ArgMax", List.of(scores), Attribute.of("axis", 1));
                List<String> classes = signature.classes();
                boolean numbered = isNumbered(signature);
                String names = numbered
                        ? best
                        : graph.node("Gather", List.of(graph.constant("classes", Tensor.texts(classes)), best));
                graph.output(PREDICTION, numbered ? ElementType.INT64 : ElementType.STRING, names);
                List<String> probabilities = graph.columns(scores, classes.size());
                for (int i = 0; i < classes.size(); i++) {
                    graph.output(PROBABILITY + "_" + classes.get(i), ElementType.DOUBLE, probabilities.get(i));
                }
            }
        }
    }

    /// Whether the classes are called by their numbers.
    private static boolean isNumbered(Signature signature) {
        List<String> classes = signature.classes();
        return IntStream.range(0, classes.size()).allMatch(i -> classes.get(i).equals(Integer.toString(i)));
    }
}
