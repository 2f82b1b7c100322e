package io.steelyard.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steelyard.data.Batch;
import io.steelyard.data.ColumnType;
import io.steelyard.data.DataException;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.Field;
import io.steelyard.data.Schema;
import io.steelyard.data.StringColumn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeaturePipelineTest {
    private static final Batch TRAINING = rows(new @Nullable String[] {"UA", "AA", null, "DL"}, 1, 2, Double.NaN, 6);
    private static final FeaturePipeline PIPELINE = new FeaturePipeline(List.of(
            new OrdinalEncoding("carrier", OrdinalEncoding.Unseen.MISSING),
            new StandardScaling("delay"),
            new Imputation("delay", Imputation.Learned.MEDIAN),
            new NumericBinning("delay", 2, NumericBinning.Strategy.UNIFORM, NumericBinning.Missing.KEEP)));

    @Test
    void eachStepSeesWhatTheOneBeforeLeaves() {
        Batch transformed = PIPELINE.fit(TRAINING).transform(TRAINING);
        assertThat(transformed.schema().names()).containsExactly("carrier", "delay", "delay_bin");
        assertThat(transformed.doubles("carrier")).containsExactly(2, 0, Double.NaN, 1);
        // scikit-learn 1.2.1, StandardScaler on [1, 2, nan, 6]: mean 3, scale 2.160246899469287
        assertThat(transformed.doubles("delay")[0]).isEqualTo((1 - 3) / 2.160246899469287);
        assertThat(transformed.doubles("delay")[2]).isEqualTo((2 - 3) / 2.160246899469287);
        assertThat(transformed.doubles("delay_bin")).containsExactly(0, 0, 0, 1);
        assertThat(transformed.rows()).isEqualTo(TRAINING.rows());
    }

    @Test
    void theTrainingRowsAreNotWrittenTo() {
        PIPELINE.fit(TRAINING).transform(TRAINING);
        assertThat(TRAINING.doubles("delay")).containsExactly(1, 2, Double.NaN, 6);
    }

    @Test
    void aStoredPipelineDoesTheSame() {
        FittedPipeline fitted = PIPELINE.fit(TRAINING);
        FittedPipeline back = FittedPipeline.fromJson(fitted.toJson());
        assertThat(back.toJson()).isEqualTo(fitted.toJson());
        Batch live = rows(new String[] {"DL", "XX"}, 0.1 + 0.2, 1e-300);
        assertThat(back.transform(live).doubles("delay"))
                .containsExactly(fitted.transform(live).doubles("delay"));
        assertThat(back.transform(live).doubles("carrier")).containsExactly(1, Double.NaN);
    }

    /// What version 0.1 wrote is read for ever; keys that came later have the value by which the step does the same.
    @Test
    void storedPipelinesOfTheFirstVersionAreRead() throws IOException {
        FittedPipeline pipeline = FittedPipeline.fromJson(stored("pipeline-0.1.json"));
        assertThat(pipeline.steps())
                .hasSize(6)
                .contains(
                        new FittedOrdinal(
                                "carrier",
                                new TextCategories(List.of("AA", "DL", "UA")),
                                Categories.of(List.of()),
                                OrdinalEncoding.Unseen.MISSING,
                                Double.NaN,
                                Double.NaN),
                        new FittedScaling("delay", 3, 2.160246899469287),
                        new FittedBinning(
                                "delay",
                                List.of(-0.9258200997725514, 0.23145502494313788, 1.3887301496588271),
                                NumericBinning.Missing.KEEP));
        assertThat(FittedPipeline.fromJson(pipeline.toJson())).isEqualTo(pipeline);
    }

    @Test
    void everyKindIsStoredAndRead() throws IOException {
        byte[] json = stored("pipeline-0.2.json");
        FittedPipeline pipeline = FittedPipeline.fromJson(json);
        assertThat(pipeline.steps().stream().<Class<?>>map(FittedTransform::getClass))
                .as("every kind is in the file")
                .contains(FittedTransform.class.getPermittedSubclasses());
        assertThat(new String(pipeline.toJson(), StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines(new String(json, StandardCharsets.UTF_8).strip());
    }

    @Test
    void unseenTextMayBeRefused() {
        FittedOrdinal strict = new OrdinalEncoding("carrier", OrdinalEncoding.Unseen.ERROR).fit(TRAINING);
        assertThatThrownBy(() -> strict.transform(rows(new String[] {"XX"}, 1)))
                .isInstanceOf(DataException.class)
                .hasMessage("column 'carrier' has the value 'XX' in row 1, which the training rows did not have");
    }

    @Test
    void aColumnOfAnotherTypeIsNamed() {
        assertThatThrownBy(() -> new StandardScaling("carrier").fit(TRAINING))
                .hasMessage("column 'carrier' is of type string, but must be a number");
        assertThatThrownBy(() -> new DateParts("delay", List.of(DateParts.Part.HOUR), ZoneOffset.UTC).fit(TRAINING))
                .hasMessage("column 'delay' is of type double, but must be timestamp");
        assertThatThrownBy(() -> new StandardScaling("dealy").fit(TRAINING))
                .hasMessage("no column 'dealy'; the nearest is 'delay'");
    }

    @Test
    void whatIsNoPipelineIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> FittedPipeline.fromJson(
                        "{\"steps\": [{\"kind\": \"magic\"}]}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("magic")
                .hasMessageContaining("line 1");
        for (String incomplete : List.of(
                "{}",
                "{\"steps\": null}",
                "{\"steps\": [{\"kind\": \"imputation\", \"column\": \"x\"}]}",
                "{\"steps\": [{\"kind\": \"imputation\", \"column\": null, \"value\": 1}]}")) {
            assertThatThrownBy(() -> FittedPipeline.fromJson(incomplete.getBytes(StandardCharsets.UTF_8)))
                    .as(incomplete)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private byte[] stored(String name) throws IOException {
        try (InputStream stored = getClass().getResourceAsStream(name)) {
            return Objects.requireNonNull(stored).readAllBytes();
        }
    }

    private static Batch rows(@Nullable String[] carriers, double... delays) {
        return new Batch(
                Schema.of(new Field("carrier", ColumnType.STRING), new Field("delay", ColumnType.DOUBLE)),
                List.of(new StringColumn(carriers), new DoubleColumn(delays)));
    }
}
