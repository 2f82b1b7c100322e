package io.steelyard.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.steelyard.data.Batch;
import io.steelyard.data.DataException;
import io.steelyard.data.TableEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
    void whatIsMissingOrOfAnotherTypeIsNamedWithItsView() {
        entities("('a', '11:00:00')");
        assertThatThrownBy(() -> join(new LatestFeatures("v", "readings", List.of("key"), "at", null, List.of("m"))))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("the view 'v', in 'readings': no column 'm'");
        assertThatThrownBy(() -> join(new LatestFeatures("v", "readings", List.of("key"), "n", null, List.of("x"))))
                .hasMessage("the view 'v', in 'readings': column 'n' is of type long, but must be timestamp");
        assertThatThrownBy(() -> join(window(Duration.ofHours(1), new Aggregate(AggregateFunction.MEAN, "key", "m"))))
                .hasMessage("the view 'window': mean needs a number, but column 'key' is of type string");
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
