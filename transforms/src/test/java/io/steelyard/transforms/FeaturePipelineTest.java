package io.steelyard.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steelyard.data.Batch;
import io.steelyard.data.ColumnType;
import io.steelyard.data.DataException;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.Field;
import io.steelyard.data.LongColumn;
import io.steelyard.data.Schema;
import io.steelyard.data.StringColumn;
import io.steelyard.data.TimestampColumn;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturePipelineTest {
    private static final Batch TRAINING = new Batch(
            Schema.of(
                    new Field("carrier", ColumnType.STRING),
                    new Field("distance", ColumnType.LONG),
                    new Field("humid", ColumnType.DOUBLE),
                    new Field("at", ColumnType.TIMESTAMP)),
            List.of(
                    new StringColumn(new String[] {"UA", "AA", "DL", null}),
                    new LongColumn(new long[] {1400, 200, 900, 2500}),
                    new DoubleColumn(new double[] {0.1, Double.NaN, 1.0 / 3, 1e-300}),
                    new TimestampColumn(new long[] {0, 1, 2, 3})));

    private static final FeaturePipeline EVERY_STEP = new FeaturePipeline(List.of(
            new OrdinalEncoding("carrier", OrdinalEncoding.Unseen.MISSING),
            new MedianImputation("humid"),
            new StandardScaling("humid"),
            new NumericBinning("distance", 3, NumericBinning.Strategy.QUANTILE, NumericBinning.Missing.KEEP),
            new NumericBinning("distance_bin", 2, NumericBinning.Strategy.UNIFORM, NumericBinning.Missing.LAST_BIN),
            new DateParts("at", List.of(DateParts.Part.HOUR), ZoneOffset.UTC),
            new SelectColumns(List.of("humid", "carrier", "distance_bin_bin", "at_hour"))));

    @TempDir
    private Path folder;

    @Test
    void aStepLearnsFromWhatTheStepsBeforeItLeave() {
        Batch applied = EVERY_STEP.fit(TRAINING).apply(TRAINING);
        assertThat(applied.schema().names()).containsExactly("humid", "carrier", "distance_bin_bin", "at_hour");
        assertThat(applied.rows()).isEqualTo(4);
        assertThat(applied.doubles("distance_bin_bin")).containsExactly(1, 0, 1, 1);
        assertThat(applied.doubles("carrier")).containsExactly(2, 0, 1, Double.NaN);
    }

    @Test
    void theOutputsAreKnownWithoutRows() {
        assertThat(EVERY_STEP.fit(TRAINING).outputSchema(TRAINING.schema()).fields())
                .containsExactly(
                        new Field("humid", ColumnType.DOUBLE),
                        new Field("carrier", ColumnType.DOUBLE),
                        new Field("distance_bin_bin", ColumnType.DOUBLE),
                        new Field("at_hour", ColumnType.LONG));
    }

    @Test
    void everyStepComesBackFromItsFile() {
        FittedPipeline fitted = EVERY_STEP.fit(TRAINING);
        Path file = folder.resolve("transforms.json");
        fitted.write(file);
        FittedPipeline again = FittedPipeline.read(file);
        assertThat(again.toJson()).isEqualTo(fitted.toJson());
        assertThat(again.apply(TRAINING).doubles("humid"))
                .containsExactly(fitted.apply(TRAINING).doubles("humid"));
        assertThat(fitted.steps().stream().map(FittedTransform::getClass).distinct())
                .as("every kind of step is in this test")
                .hasSameSizeAs(FittedTransform.class.getPermittedSubclasses());
    }

    @Test
    void oldFilesAreReadForEver() throws java.io.IOException {
        try (java.io.InputStream old = getClass().getResourceAsStream("transforms-0.1.json")) {
            String json = new String(
                    java.util.Objects.requireNonNull(old).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(EVERY_STEP.fit(TRAINING).toJson()).isEqualTo(json);
            assertThat(FittedPipeline.fromJson(json).toJson()).isEqualTo(json);
        }
    }

    @Property
    void numbersComeBackToTheLastBit(
            @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = -1e300, max = 1e300) Double> values) {
        Batch rows = Rows.of(
                "x", new DoubleColumn(values.stream().mapToDouble(d -> d).toArray()));
        FittedPipeline fitted = new FeaturePipeline(List.of(
                        new NumericBinning("x", 4, NumericBinning.Strategy.QUANTILE, NumericBinning.Missing.KEEP)))
                .fit(rows);
        FittedPipeline again = FittedPipeline.fromJson(fitted.toJson());
        assertThat(((FittedNumericBinning) again.steps().getFirst()).edges())
                .containsExactly(((FittedNumericBinning) fitted.steps().getFirst()).edges());
    }

    @Test
    void withoutStepsRowsPassUnchanged() {
        FittedPipeline none = new FeaturePipeline(List.of()).fit(TRAINING);
        assertThat(none.apply(TRAINING)).isSameAs(TRAINING);
        assertThat(FittedPipeline.fromJson(none.toJson()).steps()).isEmpty();
    }

    @Test
    void whatIsNoPipelineIsToldWithItsFile() throws java.io.IOException {
        for (String text : List.of(
                "",
                "{",
                "{\"steps\": [{\"type\": \"unheard_of\"}]}",
                "{\"steps\": [{\"type\": \"median_imputation\", \"column\": \"x\"}]}",
                "{\"steps\": [{\"type\": \"median_imputation\", \"column\": null, \"median\": 1}]}",
                "{\"steps\": [{\"type\": \"standard_scaling\", \"column\": \"x\", \"mean\": 1, \"scale\": 0}]}",
                "{\"steps\": [], \"more\": 1}")) {
            Path file = java.nio.file.Files.writeString(folder.resolve("t.json"), text);
            assertThatThrownBy(() -> FittedPipeline.read(file))
                    .as(text)
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("t.json: this is no fitted pipeline: ");
        }
        assertThatThrownBy(() -> FittedPipeline.read(folder.resolve("none.json")))
                .hasMessageContaining("there is no file");
    }

    @Test
    void rowsWithAnotherColumnTypeAreRefused() {
        FittedPipeline fitted = EVERY_STEP.fit(TRAINING);
        assertThatThrownBy(() -> fitted.apply(TRAINING.select(List.of("distance", "humid", "at"))))
                .hasMessageContaining("no column 'carrier'");
        assertThatThrownBy(() -> fitted.apply(TRAINING.with("humid", new StringColumn(new String[4]))))
                .hasMessageContaining("column 'humid' is of type string");
    }
}
