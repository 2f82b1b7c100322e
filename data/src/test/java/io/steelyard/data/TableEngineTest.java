package io.steelyard.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableEngineTest {
    private static final Batch EVERY_TYPE = new Batch(
            Schema.of(
                    new Field("number", ColumnType.DOUBLE),
                    new Field("count", ColumnType.LONG),
                    new Field("flag", ColumnType.BOOLEAN),
                    new Field("a \"quoted\" name", ColumnType.STRING),
                    new Field("at", ColumnType.TIMESTAMP)),
            List.of(
                    new DoubleColumn(new double[] {0.1, Double.NaN, Double.NEGATIVE_INFINITY}),
                    new LongColumn(new long[] {Long.MIN_VALUE, 0, Long.MAX_VALUE}, bits(1)),
                    new BooleanColumn(new boolean[] {true, false, false}, bits(2)),
                    new StringColumn(new String[] {"", null, "Zürich 'x'"}),
                    new TimestampColumn(new long[] {1_372_680_000_123_456L, -1, 0}, bits(2))));

    private final TableEngine engine = TableEngine.open();

    @TempDir
    private Path folder;

    private Path source;

    private static BitSet bits(int... bits) {
        BitSet set = new BitSet();
        Arrays.stream(bits).forEach(set::set);
        return set;
    }

    @BeforeEach
    void writeSource() {
        source = folder.resolve("source.parquet");
        engine.writeParquet(
                "SELECT i, 'v' || (i % 10) AS s, random() AS r FROM range(300_000) t(i) ORDER BY i; ", source);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void everyTypeOfDuckDbArrivesAsTheNearestColumn() {
        Batch batch = engine.readAll("""
                -- a comment first
                SELECT 1::UTINYINT AS tiny, sum(2::BIGINT) AS huge, 1.25 AS dec, 0.1::FLOAT AS flo, 'nan'::DOUBLE AS nan,
                    NULL::DOUBLE AS none, 'x'::ENUM('x', 'y') AS choice, DATE '2013-07-01' AS day,
                    TIMESTAMP '2013-07-01 12:00:00.123456' AS ts, TIMESTAMPTZ '2013-07-01 12:00:00+02' AS tz,
                    TIMESTAMP_NS '2013-07-01 12:00:00.123456789' AS ns, NULL::BOOLEAN AS bool
                -- and one last""");
        assertThat(batch.rows()).isEqualTo(1);
        assertThat(batch.doubles("tiny")).containsExactly(1);
        assertThat(batch.schema().field("huge").type()).isEqualTo(ColumnType.LONG);
        assertThat(batch.doubles("huge")).containsExactly(2);
        assertThat(batch.doubles("dec")).containsExactly(1.25);
        assertThat(batch.doubles("flo")).containsExactly((double) 0.1f);
        assertThat(batch.column("nan").isMissing(0)).isTrue();
        assertThat(batch.column("none").isMissing(0)).isTrue();
        assertThat(batch.strings("choice").values()).containsExactly("x");
        assertThat(batch.timestamps("day").values()).containsExactly(1_372_636_800_000_000L);
        assertThat(batch.timestamps("ts").values()).containsExactly(1_372_680_000_123_456L);
        assertThat(batch.timestamps("tz").values()).containsExactly(1_372_672_800_000_000L);
        assertThat(batch.timestamps("ns").values()).containsExactly(1_372_680_000_123_457L);
        assertThat(batch.column("bool").isMissing(0)).isTrue();
    }

    @Test
    void aBatchComesBackAsItWas() {
        engine.createTable("some \"table\"", EVERY_TYPE);
        assertSame(engine.readAll("FROM \"some \"\"table\"\"\""), EVERY_TYPE);
    }

    @Test
    void aNameCanBeGivenAgain() {
        engine.createTable("t", EVERY_TYPE);
        engine.createTable("t", EVERY_TYPE.select(List.of("count")));
        assertThat(engine.schema("FROM t").names()).containsExactly("count");
        engine.createTable("t", "SELECT count + 1 AS more FROM t WHERE count < 0");
        assertThat(((LongColumn) engine.readAll("FROM t").column("more")).values())
                .containsExactly(Long.MIN_VALUE + 1);
    }

    @Test
    void anEmptyResultHasItsColumns() {
        Batch batch = engine.readAll("SELECT 1 AS a, 'x' AS b WHERE false");
        assertThat(batch.rows()).isZero();
        assertThat(batch.schema().names()).containsExactly("a", "b");
        engine.createTable("nothing", batch);
        assertThat(engine.readAll("SELECT count(*) AS n FROM nothing").doubles("n"))
                .containsExactly(0);
    }

    @Test
    void aResultComesInBatchesInItsOrder() {
        engine.registerParquet("source", source);
        long rows = 0;
        try (BatchReader reader = engine.query("SELECT i FROM source")) {
            while (reader.hasNext()) {
                Batch batch = reader.next();
                if (reader.hasNext()) {
                    assertThat(batch.rows()).isBetween(65_536, 70_000);
                }
                long[] numbers = ((LongColumn) batch.column("i")).values();
                assertThat(numbers[0]).isEqualTo(rows);
                assertThat(numbers[numbers.length - 1]).isEqualTo(rows + numbers.length - 1);
                // The engine can do something else meanwhile.
                assertThat(engine.readAll("SELECT max(i) AS m FROM source").doubles("m"))
                        .containsExactly(299_999);
                rows += batch.rows();
            }
        }
        assertThat(rows).isEqualTo(300_000);
    }

    @Test
    void aQueryThatFailsOnTheWayIsNotTakenForAShortResult() {
        String sql =
                "SELECT i, CAST(CASE WHEN i = 30000000 THEN 'x' ELSE '1' END AS INT) AS n FROM range(50000000) t(i)";
        try (BatchReader reader = engine.query(sql)) {
            assertThatThrownBy(() -> {
                        while (reader.hasNext()) {
                            reader.next();
                        }
                    })
                    .isInstanceOfSatisfying(
                            DataException.class, e -> assertThat(e.kind()).isEqualTo(DataException.Kind.UNREADABLE))
                    .hasMessageContaining("Could not convert string 'x' to INT32")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void wrongSqlIsToldInOneLine() {
        assertThatThrownBy(() -> engine.readAll("SELECT foo\nFROM range(3) t(i)"))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("the query fails: Binder Error: Referenced column \"foo\" not found")
                .hasMessageNotContaining("\n");
    }

    @Test
    void whatNoColumnCanHoldIsNamed() {
        assertThatThrownBy(() -> engine.readAll("SELECT 1 AS a, [1, 2] AS listed"))
                .hasMessage("column 'listed' is of type INTEGER[], which no column can hold: "
                        + "cast it in the query, or leave it out");
        assertThatThrownBy(() -> engine.readAll("SELECT 1 AS a, 2 AS a"))
                .hasMessage("the query gives two columns the name 'a': rename one with AS");
        assertThatThrownBy(() -> engine.readAll("SELECT 170141183460469231731687303715884105727::HUGEINT AS a"))
                .hasMessageContaining("out of range");
    }

    @Test
    void aFileThatIsNotThereOrNoTableIsNamed() throws IOException {
        assertThatThrownBy(() -> engine.registerParquet("t", folder.resolve("none.parquet")))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.kind()).isEqualTo(DataException.Kind.NOT_FOUND))
                .hasMessageContaining("none.parquet");
        byte[] bytes = Files.readAllBytes(source);
        Path cut = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> engine.registerParquet("t", cut))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.kind()).isEqualTo(DataException.Kind.DAMAGED))
                .hasMessageContaining("cut.parquet cannot be read as a table");
    }

    @Test
    void aFileWithDamagedPagesIsNamedWhenItsRowsAreRead() throws IOException {
        byte[] bytes = Files.readAllBytes(source);
        Arrays.fill(bytes, 4, 60, (byte) 0x5a);
        Path broken = Files.write(folder.resolve("broken.parquet"), bytes);
        engine.registerParquet("source", source);
        engine.registerParquet("broken", broken);
        engine.execute("CREATE VIEW derived AS SELECT i + 1 AS j FROM broken");
        assertThatThrownBy(() -> engine.readAll("SELECT sum(j) AS s FROM derived"))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.kind()).isEqualTo(DataException.Kind.DAMAGED))
                .hasMessageContaining("broken.parquet cannot be read as a table");
    }

    @Test
    void theTimeZoneIsUtcForGood() throws SQLException {
        assertThat(engine.readAll("SELECT epoch_us(CAST(TIMESTAMP '2013-07-01 12:00:00' AS TIMESTAMPTZ)) AS t")
                        .doubles("t"))
                .containsExactly(1_372_680_000_000_000.0);
        try (Connection other = engine.duplicate()) {
            assertThatThrownBy(() -> Sql.execute(other, "SET TimeZone = 'Asia/Tokyo'"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void csvTypesAreInferred() throws IOException {
        Path csv = folder.resolve("t.csv");
        Files.writeString(csv, "carrier,delay,at\nAA,3,2013-01-01 05:00:00\nUA,,2013-01-01 06:00:00\n");
        engine.registerCsv("t", csv);
        Batch batch = engine.readAll("FROM t");
        assertThat(batch.schema().fields())
                .containsExactly(
                        new Field("carrier", ColumnType.STRING),
                        new Field("delay", ColumnType.LONG),
                        new Field("at", ColumnType.TIMESTAMP));
        assertThat(batch.doubles("delay")).containsExactly(3, Double.NaN);
    }

    @Test
    void equalRowsGiveEqualBytes() throws IOException {
        engine.registerParquet("source", source);
        Path first = folder.resolve("deep/er/first.parquet");
        assertThat(engine.writeParquet("SELECT *, i * 2.5 AS d FROM source -- all", first))
                .isEqualTo(300_000);
        for (int threads : new int[] {1, 2, 4}) {
            try (TableEngine other = TableEngine.open(new TableOptions(512, threads, folder))) {
                other.registerParquet("source", source);
                Path again = folder.resolve("again.parquet");
                other.writeParquet("SELECT *, i * 2.5 AS d FROM source", again);
                assertThat(again).hasSameBinaryContentAs(first);
            }
        }
    }

    @Test
    void aFailedWriteLeavesTheOldFile() throws IOException {
        Path target = folder.resolve("target.parquet");
        Files.writeString(target, "old");
        assertThatThrownBy(() -> engine.writeParquet("SELECT CAST('x' AS INT) AS n", target))
                .isInstanceOf(DataException.class);
        assertThat(target).hasContent("old");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("source.parquet", "target.parquet");
    }

    @Test
    void filesOfAPatternFollowEachOtherInTheOrderOfTheirNames() {
        engine.writeParquet("SELECT 2 AS n", folder.resolve("parts/b.parquet"));
        engine.writeParquet("SELECT 1 AS n", folder.resolve("parts/a.parquet"));
        engine.registerParquet("parts", folder.resolve("parts/*.parquet").toString());
        assertThat(engine.readAll("FROM parts").doubles("n")).containsExactly(1, 2);
        assertThatThrownBy(() -> engine.registerParquet(
                        "parts", folder.resolve("none/*.parquet").toString()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("none/*.parquet");
    }

    static void assertSame(Batch actual, Batch expected) {
        assertThat(actual.schema()).isEqualTo(expected.schema());
        assertThat(actual.rows()).isEqualTo(expected.rows());
        for (int i = 0; i < expected.columns().size(); i++) {
            for (int row = 0; row < expected.rows(); row++) {
                assertThat(value(actual.columns().get(i), row))
                        .isEqualTo(value(expected.columns().get(i), row));
            }
        }
    }

    private static String value(Column column, int row) {
        if (column.isMissing(row)) {
            return "missing";
        }
        return switch (column) {
            case DoubleColumn c -> "double " + c.values()[row];
            case LongColumn c -> "long " + c.values()[row];
            case BooleanColumn c -> "boolean " + c.values()[row];
            case StringColumn c -> "string " + c.values()[row];
            case TimestampColumn c -> "timestamp " + c.values()[row];
        };
    }
}
