package io.steelyard.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steelyard.data.Batch;
import io.steelyard.data.BooleanColumn;
import io.steelyard.data.ColumnType;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.Field;
import io.steelyard.data.LongColumn;
import io.steelyard.data.Schema;
import io.steelyard.data.StringColumn;
import io.steelyard.data.TimestampColumn;
import io.steelyard.models.ModelException;
import io.steelyard.models.ModelFile;
import io.steelyard.models.ModelRuntimes;
import io.steelyard.models.OnnxExport;
import io.steelyard.models.Signature;
import io.steelyard.models.Task;
import io.steelyard.transforms.Categories;
import io.steelyard.transforms.DateParts;
import io.steelyard.transforms.FittedBinning;
import io.steelyard.transforms.FittedCycle;
import io.steelyard.transforms.FittedDateParts;
import io.steelyard.transforms.FittedImputation;
import io.steelyard.transforms.FittedMinMaxScaling;
import io.steelyard.transforms.FittedMissingIndicator;
import io.steelyard.transforms.FittedOneHot;
import io.steelyard.transforms.FittedOrdinal;
import io.steelyard.transforms.FittedPipeline;
import io.steelyard.transforms.FittedQuantileTransform;
import io.steelyard.transforms.FittedScaling;
import io.steelyard.transforms.FittedTargetEncoding;
import io.steelyard.transforms.FittedTextImputation;
import io.steelyard.transforms.FittedTransform;
import io.steelyard.transforms.MinMaxScaling;
import io.steelyard.transforms.NumericBinning;
import io.steelyard.transforms.OneHotEncoding;
import io.steelyard.transforms.OrdinalEncoding;
import io.steelyard.transforms.QuantileTransform;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Every fitted transform in ONNX Runtime against itself in Java. What a step makes is answered by a linear model that
/// passes one column through.
class OnnxStepsTest {
    private static final int ROWS = 2_000;
    private static final Categories TEXTS = Categories.of(List.of("AA", "UA", "zü", "日本"));
    private static final Categories RARE = Categories.of(List.of("B6", "9E"));
    private static final Categories NUMBERS = Categories.of(List.of(0.0, 1.0, 2.5, -3.0));
    private static final Categories NONE = Categories.of(List.of());
    private static final List<Double> EDGES = List.of(-2.0, -1.0, -0.5, 0.0, 0.1, 1.0, 3.0);

    @SuppressWarnings("UnusedVariable") // JUnit reads it
    private static final List<FittedTransform> STEPS = List.of(
            new FittedBinning("x", EDGES, NumericBinning.Missing.KEEP),
            new FittedBinning("x", EDGES, NumericBinning.Missing.LAST_BIN),
            new FittedBinning("x", List.of(0.0, 1.0), NumericBinning.Missing.LAST_BIN),
            new FittedOrdinal("text", TEXTS, NONE, OrdinalEncoding.Unseen.MISSING, Double.NaN, Double.NaN),
            new FittedOrdinal("text", TEXTS, RARE, OrdinalEncoding.Unseen.VALUE, -1, -2),
            new FittedOrdinal("x", NUMBERS, NONE, OrdinalEncoding.Unseen.MISSING, Double.NaN, -2),
            new FittedOneHot(
                    "text",
                    TEXTS,
                    RARE,
                    OneHotEncoding.Missing.CATEGORY,
                    OneHotEncoding.Unseen.INFREQUENT,
                    List.of("a", "b", "c", "d", "rare", "none")),
            new FittedOneHot(
                    "x",
                    NUMBERS,
                    NONE,
                    OneHotEncoding.Missing.ZEROS,
                    OneHotEncoding.Unseen.ZEROS,
                    List.of("a", "b", "c", "d")),
            new FittedOneHot(
                    "whole",
                    Categories.of(List.of(1.0)),
                    NONE,
                    OneHotEncoding.Missing.ZEROS,
                    OneHotEncoding.Unseen.ZEROS,
                    List.of("one")),
            new FittedTargetEncoding(
                    "text",
                    TEXTS,
                    List.of(
                            new FittedTargetEncoding.Output("t0", List.of(0.1, 0.2, 0.3, 0.4), 0.5, 0.6),
                            new FittedTargetEncoding.Output("t1", List.of(1.1, 1.2, 1.3, 1.4), 1.5, 1.6))),
            new FittedImputation("x", 0.25),
            new FittedImputation("whole", 7),
            new FittedMissingIndicator("x"),
            new FittedMissingIndicator("whole"),
            new FittedMissingIndicator("text"),
            new FittedMissingIndicator("time"),
            new FittedScaling("x", 0.1, 3.7),
            new FittedMinMaxScaling("x", 0.3, 0.1, 0, 1, MinMaxScaling.Outside.KEEP),
            new FittedMinMaxScaling("x", 0.3, 0.1, 0, 1, MinMaxScaling.Outside.CLIP),
            new FittedQuantileTransform(
                    "x", List.of(-2.0, -1.0, 0.0, 0.0, 0.0, 0.7, 2.5), QuantileTransform.Output.UNIFORM),
            new FittedQuantileTransform("x", List.of(0.0), QuantileTransform.Output.UNIFORM),
            new FittedCycle("x", 24),
            new FittedDateParts("time", List.of(DateParts.Part.values()), ZoneId.of("UTC")),
            new FittedDateParts("time", List.of(DateParts.Part.values()), ZoneId.of("America/New_York")),
            new FittedDateParts("time", List.of(DateParts.Part.values()), ZoneId.of("Asia/Kolkata")),
            new FittedDateParts("time", List.of(DateParts.Part.values()), ZoneId.of("+05:45")));

    @ParameterizedTest
    @FieldSource("STEPS")
    void theGraphMakesTheSameColumns(FittedTransform step) {
        assertSame(new FittedPipeline(List.of(step)), rows());
    }

    @Test
    void stepsBuildUponEachOther() {
        assertSame(
                new FittedPipeline(List.of(
                        new FittedTextImputation("text", "UA"),
                        new FittedOrdinal("text", TEXTS, NONE, OrdinalEncoding.Unseen.MISSING, Double.NaN, Double.NaN),
                        new FittedImputation("text", 9),
                        new FittedScaling("text", 1, 3))),
                rows());
    }

    @Test
    void aStepThatNoGraphCanDoIsNamed() {
        assertThatThrownBy(() -> OnnxExport.of(
                        signature(rows()),
                        new FittedPipeline(List.of(
                                new FittedImputation("x", 0),
                                new FittedOrdinal(
                                        "text", TEXTS, NONE, OrdinalEncoding.Unseen.ERROR, Double.NaN, Double.NaN))),
                        passing("text")))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith(
                        "step 2 of the transforms, ordinal of 'text', cannot be written as ONNX: a value ");
        assertThatThrownBy(() -> OnnxExport.of(
                        signature(rows()),
                        new FittedPipeline(List.of(
                                new FittedQuantileTransform("x", List.of(0.0, 1.0), QuantileTransform.Output.NORMAL))),
                        passing("x")))
                .hasMessageContaining("step 1 of the transforms, quantile of 'x', cannot be written as ONNX: ");
        assertThatThrownBy(() -> OnnxExport.of(
                        signature(rows()),
                        new FittedPipeline(List.of(new FittedOrdinal(
                                "text",
                                Categories.of(List.of("", "a")),
                                NONE,
                                OrdinalEncoding.Unseen.MISSING,
                                Double.NaN,
                                Double.NaN))),
                        passing("text")))
                .hasMessageContaining("the empty text is one of its categories");
    }

    /// Holds each numeric column that the steps leave against the graph's.
    private static void assertSame(FittedPipeline steps, Batch rows) {
        Batch expected = steps.transform(rows);
        for (Field field : expected.schema().fields()) {
            if (field.type() == ColumnType.STRING || field.type() == ColumnType.TIMESTAMP) {
                continue;
            }
            byte[] graph = OnnxExport.of(signature(rows), steps, passing(field.name()));
            double[] answered = ModelRuntimes.load(new ModelFile("onnx", "model.onnx", graph))
                    .scores(rows);
            double[] wanted = expected.doubles(field.name());
            for (int row = 0; row < wanted.length; row++) {
                assertThat(Math.abs(answered[row] - wanted[row]) < 1e-12
                                || Double.compare(answered[row], wanted[row]) == 0)
                        .as("%s in row %d is %s, not %s", field.name(), row, answered[row], wanted[row])
                        .isTrue();
            }
        }
    }

    private static Signature signature(Batch rows) {
        return new Signature(rows.schema(), Task.REGRESSION);
    }

    private static ModelFile passing(String column) {
        return new ModelFile(
                "linear",
                "model.json",
                ("{\"kind\":\"linear\",\"features\":[\"" + column
                                + "\"],\"classes\":0,\"coefficients\":[[1.0]],\"intercepts\":[0.0]}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static Batch rows() {
        Random random = new Random(7);
        double[] numbers = new double[ROWS];
        long[] wholes = new long[ROWS];
        @Nullable String[] texts = new @Nullable String[ROWS];
        boolean[] truths = new boolean[ROWS];
        long[] times = new long[ROWS];
        BitSet missing = new BitSet();
        List<@Nullable String> words =
                Stream.of("AA", "UA", "zü", "日本", "B6", "9E", "unseen", null).toList();
        for (int row = 0; row < ROWS; row++) {
            boolean exact = random.nextBoolean();
            numbers[row] = random.nextInt(10) == 0
                    ? Double.NaN
                    : exact ? EDGES.get(random.nextInt(EDGES.size())) : random.nextGaussian() * 2;
            if (random.nextInt(20) == 0) {
                numbers[row] = NUMBERS.size() - 1.5;
            }
            wholes[row] = random.nextInt(5) - 2L;
            texts[row] = words.get(random.nextInt(words.size()));
            truths[row] = random.nextBoolean();
            times[row] = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse("1890-01-01T00:00:00Z"))
                    + (long) (random.nextDouble() * 200 * 365.25 * 86_400_000_000.0);
            if (random.nextInt(10) == 0) {
                missing.set(row);
            }
        }
        for (int day = 0; day < 800; day++) {
            times[day] = Instant.parse("1999-12-30T23:59:59.999999Z")
                            .plus(day, ChronoUnit.DAYS)
                            .toEpochMilli()
                    * 1000;
        }
        return new Batch(
                Schema.of(
                        new Field("x", ColumnType.DOUBLE),
                        new Field("whole", ColumnType.LONG),
                        new Field("text", ColumnType.STRING),
                        new Field("truth", ColumnType.BOOLEAN),
                        new Field("time", ColumnType.TIMESTAMP)),
                List.of(
                        new DoubleColumn(numbers),
                        new LongColumn(wholes, missing),
                        new StringColumn(texts),
                        new BooleanColumn(truths),
                        new TimestampColumn(times, missing)));
    }
}
