package io.steelyard.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.steelyard.data.Batch;
import io.steelyard.data.DataException;
import io.steelyard.data.TableEngine;
import io.steelyard.data.TableOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PointInTimeJoinTest {
    private TableEngine engine;

    @BeforeEach
    void open() {
        engine = TableEngine.open();
        engine.createTable("readings", """
                SELECT * FROM (VALUES
                  ('a', TIMESTAMP '2026-01-01 10:00:00', 1, 1.5),
                  ('a', TIMESTAMP '2026-01-01 11:00:00', 2, 2.5),
                  ('a', TIMESTAMP '2026-01-01 11:00:00', 3, NULL),
                  ('b', TIMESTAMP '2026-01-01 10:30:00', 40, 4.5),
                  ('b', NULL, 99, 9.5),
                  (NULL, TIMESTAMP '2026-01-01 09:00:00', 77, 7.5)) t(key, "at", n, x)""");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void theLatestRowIsTheOneAtOrBeforeTheTime() {
        entities(
                "('a', '10:59:59'), ('a', '11:00:00'), ('a', '09:59:59'), ('b', '12:00:00'), ('c', '12:00:00'), (NULL, '12:00:00'), ('a', NULL)");
        Batch joined = join(new LatestFeatures("latest", "readings", List.of("key"), "at", null, List.of("n", "x")));
        assertThat(joined.doubles("n")).containsExactly(1, 3, nan(), 40, nan(), nan(), nan());
        assertThat(joined.doubles("x")).containsExactly(1.5, nan(), nan(), 4.5, nan(), nan(), nan());
    }

    @Test
    void theTtlIncludesItsEnd() {
        entities("('a', '12:00:00'), ('a', '12:00:01'), ('a', '13:00:00')");
        Batch joined =
                join(new LatestFeatures("latest", "readings", List.of("key"), "at", Duration.ofHours(1), List.of("n")));
        assertThat(joined.doubles("n")).containsExactly(3, nan(), nan());
    }

    @Test
    void aWindowIncludesItsEndButNotItsBeginning() {
        entities(
                "('a', '11:00:00'), ('a', '10:59:59'), ('a', '12:00:00'), ('a', '09:00:00'), ('c', '11:00:00'), (NULL, '11:00:00'), ('a', NULL)");
        Batch joined = join(window(
                Duration.ofHours(1),
                new Aggregate(AggregateFunction.COUNT, "n", "count"),
                new Aggregate(AggregateFunction.SUM, "n", "sum"),
                new Aggregate(AggregateFunction.MEAN, "n", "mean")));
        assertThat(joined.doubles("count")).containsExactly(2, 1, 0, 0, 0, 0, 0);
        assertThat(joined.doubles("sum")).containsExactly(5, 1, nan(), nan(), nan(), nan(), nan());
        assertThat(joined.doubles("mean")).containsExactly(2.5, 1, nan(), nan(), nan(), nan(), nan());
    }

    @Test
    void everyFunctionOverFractions() {
        entities("('a', '11:00:00'), ('c', '11:00:00'), (NULL, '11:00:00'), ('a', NULL)");
        Batch joined = join(window(
                Duration.ofHours(2),
                new Aggregate(AggregateFunction.COUNT, "x", "count"),
                new Aggregate(AggregateFunction.SUM, "x", "sum"),
                new Aggregate(AggregateFunction.MEAN, "x", "mean"),
                new Aggregate(AggregateFunction.MIN, "x", "min"),
                new Aggregate(AggregateFunction.MAX, "n", "max"),
                new Aggregate(AggregateFunction.LAST, "x", "last_x"),
                new Aggregate(AggregateFunction.LAST, "n", "last_n")));
        assertThat(joined.doubles("count")).containsExactly(2, 0, 0, 0);
        assertThat(joined.doubles("sum")).containsExactly(4, nan(), nan(), nan());
        assertThat(joined.doubles("mean")).containsExactly(2, nan(), nan(), nan());
        assertThat(joined.doubles("min")).containsExactly(1.5, nan(), nan(), nan());
        assertThat(joined.doubles("max")).containsExactly(3, nan(), nan(), nan());
        assertThat(joined.doubles("last_x")).containsExactly(2.5, nan(), nan(), nan());
        assertThat(joined.doubles("last_n")).containsExactly(3, nan(), nan(), nan());
    }

    @Test
    void equalRowsComeBackEachInItsPlace() {
        entities("('b', '12:00:00'), ('a', '10:00:00'), ('b', '12:00:00'), ('a', '10:00:00')");
        Batch joined = join(
                new LatestFeatures("latest", "readings", List.of("key"), "at", null, List.of("x")),
                window(Duration.ofDays(1), new Aggregate(AggregateFunction.SUM, "n", "sum")));
        assertThat(joined.strings("key").values()).containsExactly("b", "a", "b", "a");
        assertThat(joined.doubles("x")).containsExactly(4.5, 1.5, 4.5, 1.5);
        assertThat(joined.doubles("sum")).containsExactly(40, 1, 40, 1);
    }

    /// Both ways of computing windows, and the latest row, against a plain search through all pairs.
    @Test
    void aPlainSearchFindsTheSame() {
        engine.createTable(
                "many",
                "SELECT 'k' || (i * 7919 % 5) AS key, TIMESTAMP '2026-01-01' + to_seconds((i * 104729 % 5000)::INTEGER) AS \"at\","
                        + " (i * 31 % 17) AS n, (i * 31 % 17) / 8.0 AS x FROM range(700) t(i)");
        engine.createTable(
                "entities",
                "SELECT 'k' || (i % 6) AS key, TIMESTAMP '2026-01-01' + to_seconds((i * 15485863 % 5500)::INTEGER) AS t"
                        + " FROM range(300) t(i)");
        PointInTimeJoin.join(
                engine,
                "entities",
                "t",
                List.of(
                        new WindowFeatures(
                                "running",
                                "many",
                                List.of("key"),
                                "at",
                                Duration.ofMinutes(10),
                                List.of(
                                        new Aggregate(AggregateFunction.COUNT, "n", "count"),
                                        new Aggregate(AggregateFunction.MEAN, "n", "mean"))),
                        new WindowFeatures(
                                "framed",
                                "many",
                                List.of("key"),
                                "at",
                                Duration.ofMinutes(10),
                                List.of(
                                        new Aggregate(AggregateFunction.MEAN, "x", "mean_x"),
                                        new Aggregate(AggregateFunction.MAX, "n", "max")))),
                "joined");
        Batch many = engine.readAll("SELECT * FROM many");
        Batch joined = engine.readAll("SELECT * FROM joined");
        assertThat(joined.rows()).isEqualTo(300);
        for (int row = 0; row < joined.rows(); row++) {
            List<Double> inside = new ArrayList<>();
            long time = joined.timestamps("t").values()[row];
            for (int i = 0; i < many.rows(); i++) {
                long at = many.timestamps("at").values()[i];
                if (String.valueOf(many.strings("key").values()[i])
                                .equals(joined.strings("key").values()[row])
                        && at <= time
                        && at > time - 600_000_000L) {
                    inside.add(many.doubles("n")[i]);
                }
            }
            double mean = inside.stream().mapToDouble(n -> n).average().orElse(Double.NaN);
            double greatest = inside.stream().mapToDouble(n -> n).max().orElse(Double.NaN);
            assertThat(joined.doubles("count")[row]).isEqualTo(inside.size());
            assertThat(new double[] {joined.doubles("mean")[row], joined.doubles("max")[row]})
                    .containsExactly(mean, greatest);
            assertThat(Double.isNaN(mean) ? 0 : joined.doubles("mean_x")[row] - mean / 8)
                    .isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void ofRowsOfOneEventTimeTheLastWrittenCounts() {
        engine.createTable("corrected", """
                SELECT * FROM (VALUES
                  ('a', TIMESTAMP '2026-01-01 10:00:00', TIMESTAMP '2026-01-01 10:05:00', 1),
                  ('a', TIMESTAMP '2026-01-01 10:00:00', TIMESTAMP '2026-01-01 10:09:00', 0),
                  ('a', TIMESTAMP '2026-01-01 10:00:00', NULL, 9)) t(key, "at", written, n)""");
        entities("('a', '10:00:00')");
        Batch joined =
                join(new LatestFeatures("latest", "corrected", List.of("key"), "at", "written", null, List.of("n")));
        assertThat(joined.doubles("n")).containsExactly(0);
    }

    @Test
    void notANumberIsAMissingValue() {
        engine.createTable("holes", """
                SELECT 'a' AS key, TIMESTAMP '2026-01-01 10:00:00' + to_minutes(i) AS "at",
                    CASE WHEN i % 2 = 0 THEN i::DOUBLE ELSE 'nan' END AS x FROM range(6) t(i)""");
        entities("('a', '12:00:00'), ('a', '10:01:30')");
        List<Aggregate> every = Arrays.stream(AggregateFunction.values())
                .map(function -> new Aggregate(function, "x", function.spelling()))
                .toList();
        Batch joined = join(new WindowFeatures("holes", "holes", List.of("key"), "at", Duration.ofMinutes(119), every));
        assertThat(joined.doubles("count")).containsExactly(2, 1);
        assertThat(joined.doubles("sum")).containsExactly(6, 0);
        assertThat(joined.doubles("mean")).containsExactly(3, 0);
        assertThat(joined.doubles("min")).containsExactly(2, 0);
        assertThat(joined.doubles("max")).containsExactly(4, 0);
        assertThat(joined.doubles("last")).containsExactly(4, 0);
    }

    @Test
    void infiniteValuesTouchOnlyTheirOwnWindows() {
        engine.createTable("wild", """
                SELECT * FROM (VALUES
                  ('a', TIMESTAMP '2026-01-01 10:00:00', 'inf'::DOUBLE),
                  ('a', TIMESTAMP '2026-01-01 11:00:00', 1e300),
                  ('a', TIMESTAMP '2026-01-01 12:00:00', 0.1)) t(key, "at", x)""");
        entities("('a', '10:30:00'), ('a', '11:30:00'), ('a', '12:30:00')");
        Batch joined = join(new WindowFeatures(
                "wild",
                "wild",
                List.of("key"),
                "at",
                Duration.ofHours(1),
                List.of(new Aggregate(AggregateFunction.SUM, "x", "sum"))));
        assertThat(joined.doubles("sum")).containsExactly(Double.POSITIVE_INFINITY, 1e300, 0.1);
    }

    /// Sums of fractions depend on the order of their terms: it must not be that of the threads.
    @Test
    void theResultDoesNotDependOnTheNumberOfThreads(@TempDir Path folder) {
        List<Batch> results = new ArrayList<>();
        for (int threads : new int[] {1, 2, 5}) {
            try (TableEngine other = TableEngine.open(new TableOptions(256, threads, folder.resolve("temporary")))) {
                other.createTable(
                        "source",
                        "SELECT 'k' || (hash(i) % 7) AS key, TIMESTAMP '2026-01-01' + to_seconds((hash(i + 1) % 40000)::INTEGER)"
                                + " AS \"at\", (hash(i + 2) % 1000) / 7.0 AS x FROM range(150000) t(i) ORDER BY hash(i + "
                                + threads + ")");
                other.createTable(
                        "entities",
                        "SELECT i, 'k' || (hash(i + 3) % 8) AS key, TIMESTAMP '2026-01-01' + to_seconds((hash(i + 4) % 40000)::INTEGER)"
                                + " AS t FROM range(20000) t(i)");
                PointInTimeJoin.join(
                        other,
                        "entities",
                        "t",
                        List.of(
                                new LatestFeatures("latest", "source", List.of("key"), "at", null, List.of("x")),
                                new WindowFeatures(
                                        "window",
                                        "source",
                                        List.of("key"),
                                        "at",
                                        Duration.ofMinutes(20),
                                        List.of(
                                                new Aggregate(AggregateFunction.SUM, "x", "sum"),
                                                new Aggregate(AggregateFunction.MEAN, "x", "mean")))),
                        "joined");
                results.add(other.readAll("FROM joined"));
            }
        }
        for (Batch result : results) {
            for (String column : List.of("i", "x", "sum", "mean")) {
                assertThat(result.doubles(column))
                        .as(column)
                        .isEqualTo(results.getFirst().doubles(column));
            }
        }
    }

    @Test
    void theEntitiesMayBeAViewAndTheResultItsOwnSource() {
        engine.execute("CREATE VIEW seen AS SELECT key, \"at\" AS t, n AS m FROM readings ORDER BY n DESC");
        PointInTimeJoin.join(
                engine,
                "seen",
                "t",
                List.of(new LatestFeatures("latest", "readings", List.of("key"), "at", null, List.of("n"))),
                "joined");
        Batch joined = engine.readAll("FROM joined");
        assertThat(joined.schema().names()).containsExactly("key", "t", "m", "n");
        assertThat(joined.doubles("m")).containsExactly(99, 77, 40, 3, 2, 1);
        assertThat(joined.doubles("n")).containsExactly(nan(), nan(), 40, 3, 3, 1);
        assertThat(engine.readAll("SELECT table_name FROM information_schema.tables WHERE table_name LIKE '#%'")
                        .rows())
                .as("nothing is left behind")
                .isZero();
    }

    @Test
    void whatIsMissingOrOfAnotherTypeIsNamedWithItsView() {
        entities("('a', '11:00:00')");
        engine.createTable("odd", "SELECT 1 AS key, TIMESTAMP '2026-01-01' AS \"at\", 2 AS n");
        assertThatThrownBy(() -> join(new LatestFeatures("v", "readings", List.of("key"), "at", null, List.of("m"))))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("the view 'v', in 'readings': no column 'm'");
        assertThatThrownBy(() -> join(new LatestFeatures("v", "readings", List.of("key"), "n", null, List.of("x"))))
                .hasMessage("the view 'v', in 'readings': column 'n' is of type long, but must be timestamp");
        assertThatThrownBy(() -> join(window(Duration.ofHours(1), new Aggregate(AggregateFunction.MEAN, "key", "m"))))
                .hasMessage("the view 'window': mean needs a number, but column 'key' is of type string");
        assertThatThrownBy(() -> join(new LatestFeatures("v", "odd", List.of("key"), "at", null, List.of("n"))))
                .hasMessage("the view 'v': key 'key' is of type string among the entities, but of type long in 'odd'");
        assertThatThrownBy(() -> new LatestFeatures("v", "r", List.of("k"), "at", Duration.ZERO, List.of("n")))
                .hasMessage("the ttl of the view 'v' must be more than zero, in whole microseconds, not PT0S");
        assertThatThrownBy(() -> join(window(Duration.ofHours(1), new Aggregate(AggregateFunction.COUNT, "n", "t"))))
                .hasMessageStartingWith("the view 'window' brings a column 't', but there is one already");
    }

    private void entities(String rows) {
        engine.createTable(
                "entities",
                "SELECT key, CAST('2026-01-01 ' || t AS TIMESTAMP) AS t FROM (VALUES " + rows + ") v(key, t)");
    }

    private Batch join(FeatureView... views) {
        PointInTimeJoin.join(engine, "entities", "t", List.of(views), "joined");
        return engine.readAll("SELECT * FROM joined");
    }

    private static WindowFeatures window(Duration length, Aggregate... aggregates) {
        return new WindowFeatures("window", "readings", List.of("key"), "at", length, List.of(aggregates));
    }

    private static double nan() {
        return Double.NaN;
    }
}
