package io.steelyard.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.data.Batch;
import io.steelyard.data.TimestampColumn;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Every transform against scikit-learn's, on the same columns.
class ScikitLearnTest {
    static Stream<JsonNode> scaling() {
        return ScikitLearn.cases("scaling");
    }

    @ParameterizedTest
    @MethodSource("scaling")
    void scalingIsScikitLearns(JsonNode example) {
        InputTransform scaling =
                switch (example.get("kind").asString()) {
                    case "standard" -> new StandardScaling("x");
                    case "robust" ->
                        new RobustScaling(
                                "x", example.get("low").asDouble(), example.get("high").asDouble());
                    default ->
                        new MinMaxScaling(
                                "x",
                                example.get("least").asDouble(),
                                example.get("greatest").asDouble(),
                                example.get("clip").asBoolean()
                                        ? MinMaxScaling.Outside.CLIP
                                        : MinMaxScaling.Outside.KEEP);
                };
        assertTransforms(scaling, example);
    }

    static Stream<JsonNode> imputation() {
        return ScikitLearn.cases("imputation");
    }

    @ParameterizedTest
    @MethodSource("imputation")
    void whatFillsGapsIsScikitLearns(JsonNode example) {
        Imputation imputation = new Imputation(
                "x",
                Imputation.Learned.valueOf(example.get("strategy").asString().toUpperCase(Locale.ROOT)));
        switch (imputation.fit(ScikitLearn.training(example))) {
            case FittedImputation fitted ->
                assertThat(fitted.value()).isCloseTo(example.get("value").asDouble(), near(example.get("value")));
            case FittedTextImputation fitted ->
                assertThat(fitted.value()).isEqualTo(example.get("value").asString());
            case FittedTransform other -> throw new AssertionError(other);
        }
    }

    static Stream<JsonNode> quantile() {
        return ScikitLearn.cases("quantile");
    }

    @ParameterizedTest
    @MethodSource("quantile")
    void quantileTransformIsScikitLearns(JsonNode example) {
        QuantileTransform transform = new QuantileTransform(
                "x",
                example.get("quantiles").asInt(),
                QuantileTransform.Output.valueOf(
                        example.get("output").asString().toUpperCase(Locale.ROOT)));
        ScikitLearn.assertEqual(
                Doubles.array(transform.fit(ScikitLearn.training(example)).quantiles()), example.get("learned"));
        assertTransforms(transform, example);
    }

    static Stream<JsonNode> binning() {
        return ScikitLearn.cases("binning");
    }

    @ParameterizedTest
    @MethodSource("binning")
    void binningIsThatOfKBinsDiscretizer(JsonNode example) {
        NumericBinning binning = new NumericBinning(
                "x",
                example.get("bins").asInt(),
                NumericBinning.Strategy.valueOf(
                        example.get("strategy").asString().toUpperCase(Locale.ROOT)),
                NumericBinning.Missing.KEEP);
        FittedBinning fitted = binning.fit(ScikitLearn.training(example));
        ScikitLearn.assertEqual(Doubles.array(fitted.edges()), example.get("edges"));
        ScikitLearn.assertEqual(
                Arrays.copyOf(
                        fitted.transform(ScikitLearn.probed(example)).doubles("x_bin"),
                        example.get("expected").size()),
                example.get("expected"));
    }

    static Stream<JsonNode> ordinal() {
        return ScikitLearn.cases("ordinal");
    }

    @ParameterizedTest
    @MethodSource("ordinal")
    void ordinalEncodingIsScikitLearns(JsonNode example) {
        OrdinalEncoding encoding = new OrdinalEncoding("x", OrdinalEncoding.Unseen.MISSING)
                .withUnseenValue(-1)
                .withMissingValue(-2)
                .withGrouping(grouping(example.get("grouping")));
        Batch encoded = encoding.fit(ScikitLearn.training(example)).transform(ScikitLearn.probed(example));
        ScikitLearn.assertEqual(encoded.doubles("x"), example.get("expected"));
    }

    static Stream<JsonNode> oneHot() {
        return ScikitLearn.cases("one_hot");
    }

    @ParameterizedTest
    @MethodSource("oneHot")
    void oneHotEncodingIsScikitLearns(JsonNode example) {
        OneHotEncoding encoding = new OneHotEncoding(
                        "x",
                        example.get("policy").asString().equals("ignore")
                                ? OneHotEncoding.Unseen.ZEROS
                                : OneHotEncoding.Unseen.INFREQUENT)
                .withMissing(
                        example.has("missing") ? OneHotEncoding.Missing.CATEGORY : OneHotEncoding.Missing.ZEROS)
                .withGrouping(grouping(example.get("grouping")));
        Batch encoded = encoding.fit(ScikitLearn.training(example)).transform(ScikitLearn.probed(example));
        assertThat(encoded.schema().names())
                .containsExactlyElementsOf(ScikitLearn.values(example.get("names"))
                        .map(name -> name.asString().replaceFirst("\\.0$", ""))
                        .toList());
        for (int row = 0; row < encoded.rows(); row++) {
            double[] found = new double[encoded.columns().size()];
            for (int column = 0; column < found.length; column++) {
                found[column] = encoded.doubles(encoded.schema().names().get(column))[row];
            }
            ScikitLearn.assertEqual(found, example.get("expected").get(row));
        }
    }

    static Stream<JsonNode> target() {
        return ScikitLearn.cases("target");
    }

    @ParameterizedTest
    @MethodSource("target")
    void targetEncodingIsScikitLearns(JsonNode example) {
        double[] labels = ScikitLearn.column(example.get("kind").asString());
        Target target =
                switch (example.get("kind").asString()) {
                    case "binary" -> Target.binary(labels);
                    case "classes" -> Target.classes(labels);
                    default -> Target.number(labels);
                };
        JsonNode smooth = example.get("smooth");
        TargetEncoding encoding = new TargetEncoding(
                "x",
                smooth.isNull()
                        ? new TargetEncoding.Smoothing.Auto()
                        : new TargetEncoding.Smoothing.Rows(smooth.asDouble()),
                example.get("folds").asInt(),
                example.get("seed").asLong());
        FittedTraining fitted = FeaturePipeline.of(encoding).fit(ScikitLearn.training(example), target);
        assertColumns(fitted.rows(), example.get("fitted"));
        assertColumns(fitted.pipeline().transform(ScikitLearn.probed(example)), example.get("expected"));
    }

    static Stream<JsonNode> dateParts() {
        return ScikitLearn.cases("date_parts");
    }

    @ParameterizedTest
    @MethodSource("dateParts")
    void datePartsArePandas(JsonNode example) {
        long[] micros = ScikitLearn.values(example.get("instants"))
                .mapToLong(text -> ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(text.asString())))
                .toArray();
        Batch rows = Rows.of("at", new TimestampColumn(micros));
        DateParts parts = new DateParts(
                "at",
                List.of(DateParts.Part.values()),
                ZoneId.of(example.get("zone").asString()));
        Batch found = parts.fit(rows).transform(rows);
        assertThat(example.get("parts").size()).isEqualTo(DateParts.Part.values().length);
        example.get("parts")
                .properties()
                .forEach(part -> ScikitLearn.assertEqual(found.doubles("at_" + part.getKey()), part.getValue()));
    }

    private static void assertTransforms(InputTransform transform, JsonNode example) {
        Batch training = ScikitLearn.training(example);
        FittedTransform fitted = transform.fit(training);
        ScikitLearn.assertEqual(fitted.transform(training).doubles("x"), example.get("fitted"));
        ScikitLearn.assertEqual(
                fitted.transform(ScikitLearn.probed(example)).doubles("x"), example.get("expected"));
    }

    private static void assertColumns(Batch found, JsonNode expected) {
        assertThat(found.columns()).hasSize(expected.size());
        for (int column = 0; column < expected.size(); column++) {
            ScikitLearn.assertEqual(
                    found.doubles(found.schema().names().get(column)), expected.get(column));
        }
    }

    private static Grouping grouping(JsonNode options) {
        JsonNode frequency = options.path("min_frequency");
        return new Grouping(
                frequency.isInt() ? frequency.asInt() : 0,
                frequency.isDouble() ? frequency.asDouble() : 0,
                options.has("max_categories") ? options.get("max_categories").asInt() : Integer.MAX_VALUE);
    }

    private static org.assertj.core.data.Offset<Double> near(JsonNode value) {
        return org.assertj.core.api.Assertions.within(1e-12 * Math.max(1, Math.abs(value.asDouble())));
    }
}
