package io.steelyard.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.data.Batch;
import io.steelyard.data.Column;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.StringColumn;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The reference file `transforms.json`, made by `src/test/reference/make_transforms.py` with the versions that it names.
final class ScikitLearn {
    private static final JsonNode ALL = JsonMapper.shared()
            .readTree(Objects.requireNonNull(ScikitLearn.class.getResourceAsStream("transforms.json")));
    private static final double TOLERANCE = 1e-12;

    private ScikitLearn() {}

    static Stream<JsonNode> cases(String kind) {
        return StreamSupport.stream(ALL.get(kind).spliterator(), false);
    }

    /// The table of one column `x` that a case is fitted on.
    static Batch training(JsonNode example) {
        return table(example.has("fit") ? example.get("fit") : ALL.get("columns").get(example.get("column").asString()));
    }

    /// The rows that a case transforms.
    static Batch probed(JsonNode example) {
        JsonNode rows = example.get("transform");
        return table(rows.isString() ? ALL.get("columns").get(rows.asString()) : rows);
    }

    static double[] column(String name) {
        return numbers(ALL.get("columns").get(name));
    }

    static double[] numbers(JsonNode values) {
        return values(values).mapToDouble(value -> value.isNull() ? Double.NaN : value.asDouble()).toArray();
    }

    static Stream<JsonNode> values(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false);
    }

    private static Batch table(JsonNode values) {
        Column column = values(values).anyMatch(JsonNode::isString)
                ? new StringColumn(values(values)
                        .map(value -> value.isNull() ? null : value.asString())
                        .toArray(@Nullable String[]::new))
                : new DoubleColumn(numbers(values));
        return Rows.of("x", column);
    }

    /// Checks numbers against those of the file: NaN where it has none, else to 1e-12 of the number, at least of 1.
    static void assertEqual(double[] found, JsonNode expected) {
        double[] numbers = numbers(expected);
        assertThat(found).hasSameSizeAs(numbers);
        for (int i = 0; i < numbers.length; i++) {
            double tolerance = TOLERANCE * Math.max(1, Math.abs(numbers[i]));
            if (Double.isNaN(numbers[i]) ? !Double.isNaN(found[i]) : !(Math.abs(found[i] - numbers[i]) <= tolerance)) {
                throw new AssertionError("row " + i + " is " + found[i] + ", but scikit-learn has " + numbers[i]);
            }
        }
    }
}
