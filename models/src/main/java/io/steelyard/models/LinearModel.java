package io.steelyard.models;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A linear model as its file has it: a JSON object with the keys `kind`, `features`, `classes` (their number, or their
/// names in order), `coefficients` (a list an output, in the order of the features) and `intercepts` (one an output).
///
/// @param kind what becomes of the margins
/// @param features the columns' names
/// @param classes the classes' names; none for values
/// @param coefficients one list an output
/// @param intercepts one an output
record LinearModel(
        Kind kind,
        List<String> features,
        List<String> classes,
        List<List<Double>> coefficients,
        List<Double> intercepts) {
    /// A closed set.
    enum Kind {
        /// One margin, of which the logistic function makes the probability of class 1.
        LOGISTIC,
        /// One margin a class, of which `softmax` makes probabilities.
        MULTINOMIAL,
        /// The margin is the value.
        LINEAR
    }

    LinearModel {
        features = List.copyOf(features);
        classes = List.copyOf(classes);
        coefficients = coefficients.stream().map(List::copyOf).toList();
        intercepts = List.copyOf(intercepts);
        if (features.isEmpty()) {
            throw new IllegalArgumentException("it has no features");
        }
        int outputs = switch (kind) {
            case LOGISTIC, LINEAR -> 1;
            case MULTINOMIAL -> classes.size();
        };
        int wanted = switch (kind) {
            case LOGISTIC -> 2;
            case MULTINOMIAL -> Math.max(2, classes.size());
            case LINEAR -> 0;
        };
        if (classes.size() != wanted) {
            throw new IllegalArgumentException("its kind " + kind + " does not go with " + classes.size() + " classes");
        }
        if (coefficients.size() != outputs || intercepts.size() != outputs) {
            throw new IllegalArgumentException("it has " + coefficients.size() + " lists of coefficients and "
                    + intercepts.size() + " intercepts, but its kind needs " + outputs + " of each");
        }
        for (List<Double> output : coefficients) {
            if (output.size() != features.size()) {
                throw new IllegalArgumentException(
                        "it has " + output.size() + " coefficients for " + features.size() + " features");
            }
        }
    }

    int outputs() {
        return intercepts.size();
    }

    /// @throws ModelException of kind DAMAGED where the file is no such model
    static LinearModel read(ModelFile file) {
        try {
            JsonNode root = JsonMapper.shared().readTree(file.bytes());
            return new LinearModel(
                    kind(root.path("kind").asString("")),
                    texts(root.path("features")),
                    classes(root.path("classes")),
                    list(root.path("coefficients"), "coefficients").stream()
                            .map(output -> numbers(output, "coefficients"))
                            .toList(),
                    numbers(root.path("intercepts"), "intercepts"));
        } catch (JacksonException e) {
            throw new ModelException(
                    ModelException.Kind.DAMAGED,
                    file.name() + ": the linear model is no JSON: " + e.getOriginalMessage(),
                    e);
        } catch (IllegalArgumentException e) {
            throw new ModelException(
                    ModelException.Kind.DAMAGED, file.name() + ": the linear model is damaged: " + e.getMessage(), e);
        }
    }

    private static Kind kind(String spelling) {
        return switch (spelling) {
            case "logistic" -> Kind.LOGISTIC;
            case "multinomial" -> Kind.MULTINOMIAL;
            case "linear" -> Kind.LINEAR;
            default ->
                throw new IllegalArgumentException(
                        "its kind is '" + spelling + "', but should be logistic, multinomial or linear");
        };
    }

    private static List<String> classes(JsonNode classes) {
        return classes.isInt()
                ? IntStream.range(0, classes.intValue())
                        .mapToObj(Integer::toString)
                        .toList()
                : texts(classes);
    }

    private static List<String> texts(JsonNode array) {
        return list(array, "names").stream().map(JsonNode::asString).toList();
    }

    private static List<Double> numbers(JsonNode array, String what) {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode number : list(array, what)) {
            double value = number.asDouble(Double.NaN);
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("its " + what + " hold " + number + ", which is no finite number");
            }
            numbers.add(value);
        }
        return numbers;
    }

    private static List<JsonNode> list(JsonNode array, String what) {
        if (!array.isArray()) {
            throw new IllegalArgumentException("it has no list of " + what);
        }
        return array.valueStream().toList();
    }
}
