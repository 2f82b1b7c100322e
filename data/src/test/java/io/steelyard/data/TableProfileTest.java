package io.steelyard.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TableProfileTest {
    private final TableEngine engine = TableEngine.open();

    @AfterEach
    void close() {
        engine.close();
    }

    private static ColumnProfile.Numbers numbers(ColumnProfile column) {
        return Objects.requireNonNull(column.numbers());
    }

    private TableProfile profile(String sql) {
        try (BatchReader reader = engine.query(sql)) {
            return TableProfile.of(reader);
        }
    }

    @Test
    void everyTypeHasItsFigures() {
        TableProfile profile = profile("SELECT * FROM (VALUES (1.0, 4, true, 'x', TIMESTAMP '2013-07-01 05:00:00'),"
                + " (2.0, 4, false, 'y', TIMESTAMP '2013-07-02'), ('inf'::DOUBLE, 2, true, 'x', NULL),"
                + " (NULL, NULL, NULL, '', NULL), ('nan'::DOUBLE, 8, NULL, NULL, NULL)) t(d, i, b, s, t)");
        assertThat(profile.rows()).isEqualTo(5);
        ColumnProfile d = profile.column("d");
        assertThat(d.missing()).isEqualTo(2);
        assertThat(d.distinct()).isEqualTo(3);
        assertThat(numbers(d).infinite()).isEqualTo(1);
        assertThat(numbers(d).mean()).isEqualTo(1.5);
        assertThat(numbers(d).max()).isInfinite();
        ColumnProfile i = profile.column("i");
        // pandas.Series([4, 4, 2, None, 8]).describe(): mean 4.5, std 2.516611, 25 % 3.5, 75 % 5
        assertThat(numbers(i).mean()).isEqualTo(4.5);
        assertThat(numbers(i).std()).isCloseTo(2.516611478423583, within(1e-15));
        assertThat(numbers(i).quantile(0.25)).isEqualTo(3.5);
        assertThat(numbers(i).quantile(0.75)).isEqualTo(5);
        assertThat(i.top())
                .containsExactly(
                        new ColumnProfile.TopValue("4", 2),
                        new ColumnProfile.TopValue("2", 1),
                        new ColumnProfile.TopValue("8", 1));
        assertThat(profile.column("b").top().getFirst()).isEqualTo(new ColumnProfile.TopValue("true", 2));
        assertThat(profile.column("s").distinct()).isEqualTo(3);
        assertThat(profile.column("s").top().getFirst()).isEqualTo(new ColumnProfile.TopValue("x", 2));
        assertThat(profile.column("s").numbers()).isNull();
        assertThat(profile.column("t").span())
                .isEqualTo(new ColumnProfile.Span("2013-07-01T05:00:00Z", "2013-07-02T00:00:00Z"));
        assertThatThrownBy(() -> profile.column("x")).isInstanceOf(DataException.class);
    }

    @Test
    void manyRowsKeepWithinTheStatedErrors() {
        String sql = "SELECT (i * 7919) % 1000000 AS i, ((i * 7919) % 1000000) / 3.0 AS d,"
                + " CASE WHEN i % 10 = 0 THEN 'often' ELSE 'v' || i END AS s FROM range(1000000) t(i)";
        TableProfile profile = profile(sql);
        for (String name : new String[] {"i", "d"}) {
            ColumnProfile column = profile.column(name);
            assertThat((double) column.distinct()).isCloseTo(1_000_000, within(1_000_000 * column.distinctError()));
            assertThat(column.distinctError()).isBetween(0.01, 0.02);
            assertThat(numbers(column).rankError()).isBetween(0.003, 0.004);
            double scale = name.equals("i") ? 1 : 3;
            for (ColumnProfile.Quantile quantile : numbers(column).quantiles()) {
                assertThat(quantile.value() * scale / 1_000_000)
                        .isCloseTo(
                                quantile.probability(), within(numbers(column).rankError()));
            }
        }
        assertThat(numbers(profile.column("i")).mean()).isCloseTo(499_999.5, within(1e-6));
        assertThat(profile.column("d").top()).isEmpty();
        assertThat(profile.column("s").top().getFirst().value()).isEqualTo("often");
        assertThat(profile.column("s").top().getFirst().count())
                .isBetween(100_000L, 100_000 + profile.column("s").topError());
        assertThat(profile.column("s").topError()).isBetween(1L, 300L);
        assertThat(profile(sql)).isEqualTo(profile);
    }

    @Test
    void aTableOfNoRowsHasAProfile() {
        TableProfile profile = profile("SELECT 1.5 AS d, 'x' AS s WHERE false");
        assertThat(profile.rows()).isZero();
        assertThat(profile.column("d").numbers()).isNull();
        assertThat(profile.text()).startsWith("0 rows, 2 columns\n").contains("\nd       double        0");
    }

    @Test
    void peopleGetATable() {
        assertThat(profile("SELECT * FROM (VALUES (1, 'x'), (3, 'y'), (NULL, 'y')) t(number, letter)")
                        .text())
                .isEqualTo("""
                        3 rows, 2 columns
                        COLUMN  TYPE       MISSING  DISTINCT  MIN  MEAN      STD  25 %  MEDIAN  75 %  MAX  MOST FREQUENT
                        number  long    1 (33.3 %)         2    1     2  1.41421   1.5       2   2.5    3  1 (1), 3 (1)
                        letter  string           0         2                                               y (2), x (1)
                        """);
    }
}
