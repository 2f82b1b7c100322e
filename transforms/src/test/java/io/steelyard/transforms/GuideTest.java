package io.steelyard.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.data.Batch;
import io.steelyard.data.ColumnType;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.Field;
import io.steelyard.data.Schema;
import io.steelyard.data.StringColumn;
import io.steelyard.data.TimestampColumn;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What `docs/transforms.md` shows.
class GuideTest {
    private static final int ROWS = 40;
    private static final long HOUR = 3_600_000_000L;

    @Test
    void aPipelineOfManySteps() {
        Batch training = rows();
        double[] labels = IntStream.range(0, ROWS).mapToDouble(row -> row % 2).toArray();
        Batch rows = rows().take(new int[] {5, 6});
        FeaturePipeline pipeline = FeaturePipeline.of(
                new DateParts("at", List.of(DateParts.Part.HOUR), ZoneId.of("America/New_York")),
                new CycleEncoding("at_hour", 24),
                new MissingIndicator("delay"),
                new Imputation("delay", Imputation.Learned.MEDIAN),
                new OneHotEncoding("origin", OneHotEncoding.Unseen.ZEROS),
                new TargetEncoding("carrier", 42),
                new EachColumn(ColumnSelection.matching("delay|distance"), StandardScaling::new),
                new SelectColumns(ColumnSelection.all().except("at")));
        FittedTraining fitted = pipeline.fit(training, Target.binary(labels));
        Batch learned = fitted.rows();
        Batch live = fitted.pipeline().transform(rows);

        assertThat(learned.schema().names())
                .containsExactly(
                        "delay",
                        "distance",
                        "origin_EWR",
                        "origin_JFK",
                        "origin_LGA",
                        "carrier",
                        "at_hour_sin",
                        "at_hour_cos",
                        "delay_missing");
        assertThat(learned.rows()).isEqualTo(ROWS);
        assertThat(live.schema()).isEqualTo(learned.schema());
        assertThat(live.rows()).isEqualTo(2);
        assertThat(FittedPipeline.fromJson(fitted.pipeline().toJson())).isEqualTo(fitted.pipeline());
    }

    private static Batch rows() {
        return new Batch(
                Schema.of(
                        new Field("at", ColumnType.TIMESTAMP),
                        new Field("delay", ColumnType.DOUBLE),
                        new Field("distance", ColumnType.DOUBLE),
                        new Field("origin", ColumnType.STRING),
                        new Field("carrier", ColumnType.STRING)),
                List.of(
                        new TimestampColumn(
                                LongStream.range(0, ROWS).map(row -> row * HOUR).toArray()),
                        new DoubleColumn(IntStream.range(0, ROWS)
                                .mapToDouble(row -> row % 7 == 0 ? Double.NaN : row)
                                .toArray()),
                        new DoubleColumn(IntStream.range(0, ROWS)
                                .mapToDouble(row -> 100.0 * row)
                                .toArray()),
                        new StringColumn(IntStream.range(0, ROWS)
                                .mapToObj(row -> List.of("EWR", "JFK", "LGA").get(row % 3))
                                .toArray(String[]::new)),
                        new StringColumn(IntStream.range(0, ROWS)
                                .mapToObj(row -> List.of("AA", "UA").get(row % 2))
                                .toArray(String[]::new))));
    }
}
