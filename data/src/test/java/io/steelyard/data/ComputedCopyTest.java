package io.steelyard.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComputedCopyTest {
    private static final Batch ONE =
            new Batch(Schema.of(new Field("one", ColumnType.LONG)), List.of(new LongColumn(new long[] {1})));

    private final TableEngine engine = TableEngine.open();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        engine.close();
    }

    private record Mapping(Schema inputs, Schema outputs, UnaryOperator<Batch> mapping) implements ComputedColumns {
        static Mapping identity(Schema inputs) {
            Schema outputs = new Schema(inputs.fields().stream()
                    .map(field -> new Field("out_" + field.name(), field.type()))
                    .toList());
            return new Mapping(inputs, outputs, rows -> new Batch(outputs, rows.columns()));
        }

        @Override
        public Batch compute(Batch rows) {
            return mapping.apply(rows);
        }
    }

    @Test
    void everyTypeGoesInAndComesOutWithItsMissingRows() {
        engine.writeParquet(
                "SELECT CASE WHEN i % 3 = 0 THEN NULL ELSE i END AS l, CASE WHEN i % 5 = 0 THEN NULL ELSE i / 8.0 END::DOUBLE AS d,"
                        + " CASE WHEN i % 7 = 0 THEN NULL ELSE 'ü' || i END AS s, CASE WHEN i % 2 = 0 THEN NULL ELSE i % 4 = 1 END"
                        + " AS b, CASE WHEN i % 11 = 0 THEN NULL ELSE make_timestamptz(i * 1000001) END AS t FROM range(5000)"
                        + " r(i)",
                folder.resolve("in.parquet"));
        Schema inputs = Schema.of(
                new Field("d", ColumnType.DOUBLE),
                new Field("s", ColumnType.STRING),
                new Field("t", ColumnType.TIMESTAMP),
                new Field("b", ColumnType.BOOLEAN),
                new Field("l", ColumnType.LONG));
        assertThat(copy(Mapping.identity(inputs), 0, 5000, "out.parquet")).isEqualTo(5000);
        assertThat(engine.readAll(
                                "SELECT count(*) AS n FROM '" + folder.resolve("out.parquet") + "' WHERE l IS DISTINCT"
                                        + " FROM out_l OR d IS DISTINCT FROM out_d OR s IS DISTINCT FROM out_s OR b IS DISTINCT FROM"
                                        + " out_b OR t IS DISTINCT FROM out_t OR one <> 1")
                        .doubles("n"))
                .containsExactly(0);
    }

    @Test
    void aStretchOfAFileIsCopiedAlone() {
        engine.execute("COPY (SELECT i, i::FLOAT AS x FROM range(50000) t(i)) TO '" + folder.resolve("in.parquet")
                + "' (FORMAT parquet, ROW_GROUP_SIZE 10000)");
        Mapping mapping = Mapping.identity(Schema.of(new Field("x", ColumnType.DOUBLE)));
        assertThat(copy(mapping, 20_000, 15_000, "out.parquet")).isEqualTo(15_000);
        Batch out = engine.readAll("SELECT i, out_x FROM '" + folder.resolve("out.parquet") + "'");
        for (int row = 0; row < out.rows(); row++) {
            assertThat(out.doubles("i")[row]).isEqualTo(20_000 + row);
            assertThat(out.doubles("out_x")[row]).isEqualTo(20_000 + row);
        }
    }

    @Test
    void aFailureIsTheComputationsOwnAndLeavesNoFile() throws Exception {
        engine.writeParquet("SELECT i, i::DOUBLE AS x FROM range(5000) t(i)", folder.resolve("in.parquet"));
        Schema x = Schema.of(new Field("x", ColumnType.DOUBLE));
        assertThatThrownBy(() -> copy(
                        new Mapping(x, x, rows -> {
                            throw new ArithmeticException("cannot");
                        }),
                        0,
                        5000,
                        "out.parquet"))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("cannot");
        assertThatThrownBy(() -> copy(new Mapping(x, x, rows -> rows.take(new int[1])), 0, 5000, "out.parquet"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("1 rows were computed of 2048");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("in.parquet"));
        }
    }

    @Test
    void aFootersFactsAreRead() {
        engine.execute("COPY (SELECT i::FLOAT AS x, 1.5::DECIMAL(4,1) AS d, [i] AS list FROM range(25000) t(i)) TO '"
                + folder.resolve("in.parquet") + "' (FORMAT parquet, ROW_GROUP_SIZE 10240)");
        ParquetFile file =
                ParquetFile.read(List.of(folder.resolve("in.parquet"))).getFirst();
        assertThat(file.groupRows()).containsExactly(10_240L, 10_240L, 4_520L);
        assertThat(file.rows()).isEqualTo(25_000);
        assertThat(file.columns())
                .containsExactly(
                        new StoredColumn("x", "FLOAT"),
                        new StoredColumn("d", "DECIMAL(4,1)"),
                        new StoredColumn("list", "BIGINT[]"));
        assertThat(file.columns())
                .extracting(
                        column -> column.columnType().map(ColumnType::spelling).orElse(""))
                .containsExactly("double", "double", "");
        assertThat(file.footerDigest()).matches("[0-9a-f]{64}");
    }

    private long copy(ComputedColumns columns, long from, long rows, String target) {
        List<ParquetFile> files = ParquetFile.read(List.of(folder.resolve("in.parquet")));
        try (ComputedCopy copy = ComputedCopy.open(files, columns, 96)) {
            List<String> kept =
                    files.getFirst().columns().stream().map(StoredColumn::name).toList();
            return copy.write(
                    new FileRows(files, from, rows),
                    kept.stream()
                            .filter(name -> columns.outputs().indexOf(name).isEmpty())
                            .toList(),
                    ONE,
                    folder.resolve(target));
        }
    }
}
