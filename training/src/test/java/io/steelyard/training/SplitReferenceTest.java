package io.steelyard.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The same seed gives the rows that scikit-learn gives.
class SplitReferenceTest {
    private static final JsonNode FILE = References.file("splits.json");

    @ParameterizedTest
    @ValueSource(strings = {"k", "stratified", "group", "time", "train_test"})
    void holdsTheRowsOfScikitLearn(String kind) {
        List<JsonNode> cases = FILE.get("cases")
                .valueStream()
                .filter(expected -> expected.get("kind").asString().equals(kind))
                .toList();
        assertThat(cases).isNotEmpty();
        for (JsonNode expected : cases) {
            List<Fold> folds = switch (kind) {
                case "k" -> kFold(expected);
                case "stratified" -> stratified(expected);
                case "group" -> groups(expected);
                case "time" -> timeSeries(expected);
                default -> List.of(trainTest(expected));
            };
            assertRows(folds, expected.get("folds"), describe(expected));
        }
    }

    private static List<Fold> kFold(JsonNode expected) {
        KFold rule = new KFold(expected.get("count").asInt(), order(expected));
        int rows = expected.get("rows").asInt();
        assertThat(rule.count()).isEqualTo(rule.split(new double[rows]).size());
        return rule.split(rows);
    }

    private static List<Fold> stratified(JsonNode expected) {
        StratifiedKFold rule = new StratifiedKFold(expected.get("count").asInt(), order(expected));
        assertRows(rule.split(named(labels(expected))), expected.get("folds"), "by name: " + describe(expected));
        return rule.split(labels(expected));
    }

    private static List<Fold> groups(JsonNode expected) {
        long[] groups =
                expected.get("groups").valueStream().mapToLong(JsonNode::asLong).toArray();
        List<String> names = Stream.of(expected.get("groups"))
                .flatMap(JsonNode::valueStream)
                .map(group -> "g" + group.asLong())
                .toList();
        int count = expected.get("count").asInt();
        GroupKFold byName = GroupKFold.of(count, order(expected), names);
        assertRows(byName.split(), expected.get("folds_by_name"), "by name: " + describe(expected));
        return GroupKFold.of(count, order(expected), groups).split(new double[groups.length]);
    }

    private static List<Fold> timeSeries(JsonNode expected) {
        return new TimeSeriesSplit(
                        expected.get("count").asInt(),
                        expected.get("gap").asInt(),
                        optional(expected.get("test_rows")),
                        optional(expected.get("greatest_training_rows")))
                .split(expected.get("rows").asInt());
    }

    private static Fold trainTest(JsonNode expected) {
        TrainTestSplit rule =
                new TrainTestSplit(part(expected.get("test")), part(expected.get("training")), order(expected));
        if (expected.get("labels").isNull()) {
            return rule.split(expected.get("rows").asInt());
        }
        Fold fold = rule.stratified(labels(expected));
        Fold byName = rule.stratified(named(labels(expected)));
        assertThat(byName.testRows()).isEqualTo(fold.testRows());
        assertThat(byName.trainingRows()).isEqualTo(fold.trainingRows());
        return fold;
    }

    private static void assertRows(List<Fold> folds, JsonNode expected, String what) {
        assertThat(folds).as(what).hasSize(expected.size());
        for (int i = 0; i < folds.size(); i++) {
            Object training = References.expectedRows(expected.get(i).get("training"));
            Object test = References.expectedRows(expected.get(i).get("test"));
            assertThat(References.rows(folds.get(i).testRows(), test)).as(what).isEqualTo(test);
            assertThat(References.rows(folds.get(i).trainingRows(), training))
                    .as(what)
                    .isEqualTo(training);
        }
    }

    private static String describe(JsonNode expected) {
        String text = expected.toString();
        return text.substring(0, Math.min(text.length(), 120));
    }

    private static RowOrder order(JsonNode expected) {
        JsonNode seed = expected.get("seed");
        return seed.isNull() ? RowOrder.asGiven() : RowOrder.shuffled(seed.asLong());
    }

    private static Part part(JsonNode size) {
        if (size.isNull()) {
            return Part.rest();
        }
        return size.isInt() ? Part.rows(size.asInt()) : Part.share(size.asDouble());
    }

    private static OptionalInt optional(JsonNode value) {
        return value.isNull() ? OptionalInt.empty() : OptionalInt.of(value.asInt());
    }

    private static double[] labels(JsonNode expected) {
        return FILE.get("labels")
                .get(expected.get("labels").asInt())
                .asString()
                .chars()
                .mapToDouble(digit -> digit - '0')
                .toArray();
    }

    private static List<String> named(double[] labels) {
        return Arrays.stream(labels).mapToObj(label -> "class " + (int) label).toList();
    }
}
