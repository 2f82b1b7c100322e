package io.steelyard.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.data.Batch;
import io.steelyard.data.BooleanColumn;
import io.steelyard.data.ColumnType;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.Field;
import io.steelyard.data.LongColumn;
import io.steelyard.data.Schema;
import io.steelyard.data.StringColumn;
import io.steelyard.data.TableEngine;
import io.steelyard.data.TimestampColumn;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

/// Random histories with ties, duplicates, missing keys, missing times and missing values, against a search through all
/// pairs of rows.
class PointInTimeOracleTest {
    private static final TableEngine ENGINE = TableEngine.open();
    private static final List<String> COLUMNS = List.of("n", "x", "b");

    @AfterContainer
    static void close() {
        ENGINE.close();
    }

    /// A row of either table.
    ///
    /// @param place null where it is missing
    /// @param shelf a second key
    /// @param time in microseconds; null where it is missing
    /// @param created in microseconds; null where it is missing
    /// @param values of n, x and b; NaN where one is missing
    private record Row(
            @Nullable String place,
            long shelf,
            @Nullable Long time,
            @Nullable Long created,
            double... values) {}

    @Property(tries = 40)
    void aSearchThroughAllPairsFindsTheSame(
            @ForAll Random random,
            @ForAll @IntRange(max = 300) int sources,
            @ForAll @IntRange(max = 150) int entities,
            @ForAll @IntRange(min = 1, max = 60) int span,
            @ForAll @IntRange(min = 1, max = 40) int length) {
        List<Row> source = rows(random, sources, span);
        List<Row> entity = rows(random, entities, span + length);
        ENGINE.createTable("source", batch(source, "at"));
        ENGINE.createTable("entities", batch(entity, "t").select(List.of("place", "shelf", "t")));
        Duration duration = Duration.of(length, ChronoUnit.MICROS);
        List<String> keys = List.of("place", "shelf");
        List<FeatureView> views = new ArrayList<>(
                List.of(new LatestFeatures("latest", "source", keys, "at", "created", duration, COLUMNS)));
        for (AggregateFunction function : AggregateFunction.values()) {
            for (String column : COLUMNS) {
                String name = function.spelling() + "_" + column;
                views.add(new WindowFeatures(
                        name, "source", keys, "at", duration, List.of(new Aggregate(function, column, name))));
            }
        }
        PointInTimeJoin.join(ENGINE, "entities", "t", views, "joined");
        Batch joined = ENGINE.readAll("FROM joined");
        assertThat(joined.rows()).isEqualTo(entity.size());
        for (int row = 0; row < entity.size(); row++) {
            Row asked = entity.get(row);
            assertThat(joined.strings("place").values()[row]).isEqualTo(asked.place());
            List<Row> known = known(source, asked, length);
            double[] latest = latest(source, asked, length);
            for (int i = 0; i < COLUMNS.size(); i++) {
                String column = COLUMNS.get(i);
                assertThat(joined.doubles(column)[row]).as(column).isEqualTo(Double.valueOf(latest[i]));
            }
            for (FeatureView view : views.subList(1, views.size())) {
                Aggregate aggregate = ((WindowFeatures) view).aggregates().getFirst();
                assertThat(joined.doubles(view.name())[row])
                        .as(view.name())
                        .isEqualTo(Double.valueOf(
                                aggregate(aggregate.function(), known, COLUMNS.indexOf(aggregate.column()))));
            }
        }
    }

    private static boolean isOf(Row source, Row asked) {
        return source.place() != null
                && source.place().equals(asked.place())
                && source.shelf() == asked.shelf()
                && source.time() != null
                && asked.time() != null
                && source.time() <= asked.time();
    }

    private static List<Row> known(List<Row> source, Row asked, long length) {
        return source.stream()
                .filter(row -> isOf(row, asked) && time(row) > time(asked) - length)
                .toList();
    }

    private static double[] latest(List<Row> source, Row asked, long length) {
        return source.stream()
                .filter(row -> isOf(row, asked) && time(row) >= time(asked) - length)
                .max(Comparator.<Row>comparingLong(PointInTimeOracleTest::time)
                        .thenComparing(Row::created, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(row -> missingLeast(row.values()), Arrays::compare))
                .map(Row::values)
                .orElse(new double[] {Double.NaN, Double.NaN, Double.NaN});
    }

    private static double aggregate(AggregateFunction function, List<Row> known, int column) {
        List<Row> present = known.stream()
                .filter(row -> !Double.isNaN(row.values()[column]))
                .toList();
        if (present.isEmpty()) {
            return function == AggregateFunction.COUNT ? 0 : Double.NaN;
        }
        double[] values =
                present.stream().mapToDouble(row -> row.values()[column]).toArray();
        return switch (function) {
            case COUNT -> values.length;
            case SUM -> Arrays.stream(values).sum();
            case MEAN -> Arrays.stream(values).sum() / values.length;
            case MIN -> Arrays.stream(values).min().orElseThrow();
            case MAX -> Arrays.stream(values).max().orElseThrow();
            case LAST ->
                present.stream()
                        .max(Comparator.<Row>comparingLong(PointInTimeOracleTest::time)
                                .thenComparingDouble(row -> row.values()[column]))
                        .orElseThrow()
                        .values()[column];
        };
    }

    private static long time(Row row) {
        Long time = row.time();
        return time == null ? Long.MIN_VALUE : time;
    }

    private static double[] missingLeast(double[] values) {
        return Arrays.stream(values)
                .map(value -> Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value)
                .toArray();
    }

    private static List<Row> rows(Random random, int count, int span) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // Fractions of 2 keep sums exact, whatever their order.
            double[] values = {random.nextInt(-5, 5), random.nextInt(-40, 40) / 8.0, random.nextInt(2)};
            for (int column = 0; column < values.length; column++) {
                values[column] = random.nextInt(6) == 0 ? Double.NaN : values[column];
            }
            rows.add(new Row(
                    random.nextInt(12) == 0 ? null : "p" + random.nextInt(3),
                    random.nextInt(2),
                    random.nextInt(12) == 0 ? null : (long) random.nextInt(span),
                    random.nextInt(4) == 0 ? null : (long) random.nextInt(3),
                    values));
        }
        return rows;
    }

    private static Batch batch(List<Row> rows, String timeName) {
        return new Batch(
                Schema.of(
                        new Field("place", ColumnType.STRING),
                        new Field("shelf", ColumnType.LONG),
                        new Field(timeName, ColumnType.TIMESTAMP),
                        new Field("created", ColumnType.TIMESTAMP),
                        new Field("n", ColumnType.LONG),
                        new Field("x", ColumnType.DOUBLE),
                        new Field("b", ColumnType.BOOLEAN)),
                List.of(
                        new StringColumn(rows.stream().map(Row::place).toArray(String[]::new)),
                        new LongColumn(rows.stream().mapToLong(Row::shelf).toArray()),
                        instants(rows.stream().map(Row::time).toList()),
                        instants(rows.stream().map(Row::created).toList()),
                        new LongColumn(
                                rows.stream()
                                        .mapToLong(row -> (long) row.values()[0])
                                        .toArray(),
                                missing(rows, 0)),
                        new DoubleColumn(rows.stream()
                                .mapToDouble(row -> row.values()[1])
                                .toArray()),
                        new BooleanColumn(booleans(rows), missing(rows, 2))));
    }

    private static TimestampColumn instants(List<Long> times) {
        long[] values = new long[times.size()];
        BitSet missing = new BitSet();
        for (int row = 0; row < values.length; row++) {
            Long time = times.get(row);
            missing.set(row, time == null);
            values[row] = time == null ? 0 : time;
        }
        return new TimestampColumn(values, missing);
    }

    private static boolean[] booleans(List<Row> rows) {
        boolean[] values = new boolean[rows.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = rows.get(row).values()[2] == 1;
        }
        return values;
    }

    private static BitSet missing(List<Row> rows, int column) {
        BitSet missing = new BitSet();
        for (int row = 0; row < rows.size(); row++) {
            missing.set(row, Double.isNaN(rows.get(row).values()[column]));
        }
        return missing;
    }
}
