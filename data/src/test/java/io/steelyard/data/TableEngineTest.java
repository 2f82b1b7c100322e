package io.steelyard.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableEngineTest {
    private static final String EVERY_TYPE = "SELECT i AS n, i / 4.0 AS ratio, i % 2 = 0 AS even, "
            + "CASE WHEN i % 3 = 0 THEN NULL ELSE 'row ' || i END AS name, "
            + "TIMESTAMP '2013-01-01 05:00:00' + to_hours(i::INTEGER) AS at, "
            + "CASE WHEN i = 1 THEN NULL ELSE i::FLOAT END AS holes FROM range(5) t(i)";

    @TempDir
    Path folder;

    @Test
    void everyTypeSurvivesTheWayThroughAFile() {
        Path file = folder.resolve("deep/types.parquet");
        try (TableEngine engine = TableEngine.open()) {
            assertThat(engine.writeParquet(EVERY_TYPE, file)).isEqualTo(5);
            engine.registerParquet("types", file);
            Batch rows = engine.readAll("SELECT * FROM types ORDER BY n");
            assertThat(rows.schema().fields())
                    .containsExactly(
                            new Field("n", ColumnType.LONG),
                            new Field("ratio", ColumnType.DOUBLE),
                            new Field("even", ColumnType.BOOLEAN),
                            new Field("name", ColumnType.STRING),
                            new Field("at", ColumnType.TIMESTAMP),
                            new Field("holes", ColumnType.DOUBLE));
            assertThat(rows.doubles("ratio")).containsExactly(0, 0.25, 0.5, 0.75, 1);
            assertThat(rows.doubles("holes")).containsExactly(0, Double.NaN, 2, 3, 4);
            assertThat(rows.strings("name").values()).containsExactly(null, "row 1", "row 2", null, "row 4");
            assertThat(rows.timestamps("at").values()[1]).isEqualTo(1_357_020_000_000_000L);
            assertThat(folder.resolve("deep")).isDirectoryContaining("glob:**/types.parquet");
            assertThat(folder.resolve("deep").toFile().list()).hasSize(1);
        }
    }

    @Test
    void writtenBatchesComeBackEqual() {
        Path file = folder.resolve("batches.parquet");
        try (TableEngine engine = TableEngine.open()) {
            Batch rows = engine.readAll(EVERY_TYPE);
            try (BatchWriter writer = TableEngine.parquetWriter(rows.schema(), file)) {
                writer.write(rows);
                writer.write(rows.take(new int[] {1, 3}));
                assertThat(file).doesNotExist();
                assertThat(writer.finish()).isEqualTo(7);
            }
            engine.registerParquet("batches", file);
            Batch back = engine.readAll("SELECT * FROM batches");
            assertThat(back.schema()).isEqualTo(rows.schema());
            assertThat(back.doubles("n")).containsExactly(0, 1, 2, 3, 4, 1, 3);
            assertThat(back.column("holes").isMissing(5)).isTrue();
            assertThat(back.timestamps("at").values()[6])
                    .isEqualTo(rows.timestamps("at").values()[3]);
            assertThat(folder.toFile().list()).containsExactly("batches.parquet");
        }
    }

    @Test
    void aWriterThatIsNotFinishedLeavesNothing() {
        try (BatchWriter writer =
                TableEngine.parquetWriter(Schema.of(new Field("x", ColumnType.LONG)), folder.resolve("x"))) {
            writer.write(
                    new Batch(Schema.of(new Field("x", ColumnType.LONG)), List.of(new LongColumn(new long[] {1}))));
        }
        assertThat(folder.toFile().list()).isEmpty();
    }

    @Test
    void aLongResultComesInBatches() {
        try (TableEngine engine = TableEngine.open();
                BatchReader reader = engine.query("SELECT i FROM range(200000) t(i)")) {
            long rows = 0;
            double sum = 0;
            int batches = 0;
            while (reader.hasNext()) {
                Batch batch = reader.next();
                rows += batch.rows();
                for (double value : batch.doubles("i")) {
                    sum += value;
                }
                batches++;
            }
            assertThat(rows).isEqualTo(200_000);
            assertThat(sum).isEqualTo(199_999 * 100_000.0);
            assertThat(batches).isBetween(2, 4);
        }
    }

    @Test
    void noRowsKeepTheirColumns() {
        try (TableEngine engine = TableEngine.open()) {
            Batch none = engine.readAll("SELECT 1 AS one, 'a' AS a WHERE false");
            assertThat(none.rows()).isZero();
            assertThat(none.schema().names()).containsExactly("one", "a");
        }
    }

    @Test
    void equalInputGivesEqualBytes() {
        try (TableEngine engine = TableEngine.open()) {
            engine.writeParquet(EVERY_TYPE, folder.resolve("a.parquet"));
            engine.writeParquet(EVERY_TYPE, folder.resolve("b.parquet"));
        }
        assertThat(ContentDigest.of(folder.resolve("a.parquet")))
                .isEqualTo(ContentDigest.of(folder.resolve("b.parquet")));
    }

    @Test
    void csvTypesAreInferred() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "id,amount,city\n1,2.5,Bern\n2,,Biel\n");
        try (TableEngine engine = TableEngine.open()) {
            engine.registerCsv("a", file);
            Batch rows = engine.readAll("SELECT * FROM a");
            assertThat(rows.schema().field("id").type()).isEqualTo(ColumnType.LONG);
            assertThat(rows.doubles("amount")).containsExactly(2.5, Double.NaN);
        }
    }

    @Test
    void aFileThatIsNoTableIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.parquet"), "not a table");
        try (TableEngine engine = TableEngine.open()) {
            assertThatThrownBy(() -> engine.registerParquet("broken", file))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("broken.parquet")
                    .hasMessageNotContaining("\n");
            assertThatThrownBy(() -> engine.registerParquet("absent", folder.resolve("absent.parquet")))
                    .hasMessage("there is no file " + folder.resolve("absent.parquet"));
        }
    }

    @Test
    void aTypeThatNoColumnHoldsIsNamed() {
        try (TableEngine engine = TableEngine.open()) {
            assertThatThrownBy(() -> engine.readAll("SELECT [1, 2] AS list"))
                    .hasMessageContaining("'list' is of type INTEGER[]");
            assertThatThrownBy(() -> engine.readAll("SELECT nothing FROM nowhere"))
                    .isInstanceOf(DataException.class)
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void aChangedFileIsNamed() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "a\n1\n");
        Manifest manifest = Manifest.of(folder, List.of("t.csv"));
        Path file = Files.writeString(folder.resolve("MANIFEST.sha256"), manifest.text());
        assertThat(Manifest.read(file)).isEqualTo(manifest);
        manifest.verify(folder);
        Files.writeString(folder.resolve("t.csv"), "a\n2\n");
        assertThatThrownBy(() -> manifest.verify(folder))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.kind()).isEqualTo(DataException.Kind.DAMAGED))
                .hasMessageContaining("t.csv is damaged or was changed");
    }
}
