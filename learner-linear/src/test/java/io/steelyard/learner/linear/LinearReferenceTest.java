package io.steelyard.learner.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.steelyard.models.Task;
import io.steelyard.training.LearnedModel;
import io.steelyard.training.Learner.TrainingOptions;
import io.steelyard.training.Learners;
import io.steelyard.training.TrainingSet;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Coefficients against scikit-learn's, from `linear.json`, made by `src/test/reference/make_linear.py`.
class LinearReferenceTest {
    private static final double TOLERANCE = 1e-6;

    static Stream<Arguments> cases() throws IOException {
        try (InputStream file = Objects.requireNonNull(LinearReferenceTest.class.getResourceAsStream("/linear.json"))) {
            return JsonMapper.shared()
                    .readTree(file.readAllBytes())
                    .get("cases")
                    .valueStream()
                    .map(one -> Arguments.of(
                            one.get("learner").asString() + ": " + one.get("name").asString(), one))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void coefficientsAreScikitLearns(String name, JsonNode one) {
        LearnedModel model = Learners.byName(one.get("learner").asString()).train(rows(one), options(one), parameters(one));
        assertThat(model.file().format()).isEqualTo("linear");
        assertThat(model.file().name()).isEqualTo("model.json");
        JsonNode found = JsonMapper.shared().readTree(model.file().bytes());
        JsonNode expected = one.get("coefficients");
        assertThat(found.get("coefficients").size()).isEqualTo(expected.size());
        for (int output = 0; output < expected.size(); output++) {
            close(name, numbers(found.get("coefficients").get(output)), numbers(expected.get(output)));
        }
        close(name, numbers(found.get("intercepts")), numbers(one.get("intercepts")));
    }

    private static void close(String name, double[] found, double[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).as(name).isCloseTo(expected[i], within(TOLERANCE * Math.max(1, Math.abs(expected[i]))));
        }
    }

    private static TrainingOptions options(JsonNode one) {
        return switch (one.get("classes").asInt()) {
            case 0 -> new TrainingOptions(Task.REGRESSION, 1, 1, 1);
            case 2 -> new TrainingOptions(Task.BINARY_CLASSIFICATION, 1, 1, 1);
            default -> TrainingOptions.multiclass(one.get("classes").asInt(), 1, 1, 1);
        };
    }

    private static Map<String, String> parameters(JsonNode one) {
        Map<String, String> parameters = new HashMap<>();
        one.get("parameters").properties().forEach(p -> parameters.put(p.getKey(), p.getValue().asString()));
        return parameters;
    }

    private static TrainingSet rows(JsonNode one) {
        List<String> names = IntStream.range(0, one.get("features").asInt())
                .mapToObj(i -> "x" + i)
                .toList();
        TrainingSet set = new TrainingSet(names, floats(one.get("values")), floats(one.get("labels")));
        return one.get("weights").isNull() ? set : set.withWeights(floats(one.get("weights")));
    }

    private static float[] floats(JsonNode list) {
        float[] floats = new float[list.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) list.get(i).asDouble();
        }
        return floats;
    }

    private static double[] numbers(JsonNode list) {
        return list.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }
}
