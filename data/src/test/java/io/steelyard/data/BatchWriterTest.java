package io.steelyard.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchWriterTest {
    private static final Schema SCHEMA = Schema.of(new Field("n", ColumnType.LONG), new Field("s", ColumnType.STRING));

    @TempDir
    private Path folder;

    private static Batch rows(int from, int to) {
        return new Batch(
                SCHEMA,
                List.of(
                        new LongColumn(
                                IntStream.range(from, to).mapToLong(i -> i).toArray()),
                        new StringColumn(IntStream.range(from, to)
                                .mapToObj(i -> "s" + i % 7)
                                .toArray(String[]::new))));
    }

    @Test
    void theFileHoldsAllBatchesInOrder() {
        Path file = folder.resolve("new/file.parquet");
        try (TableEngine engine = TableEngine.open(new TableOptions(256, 1, folder));
                BatchWriter writer = TableEngine.parquetWriter(SCHEMA, file)) {
            for (int i = 0; i < 30; i++) {
                writer.write(rows(i * 10_000, (i + 1) * 10_000));
                writer.write(rows(0, 0));
                assertThat(file).doesNotExist();
            }
            assertThat(writer.finish()).isEqualTo(300_000);
            engine.registerParquet("file", file);
            TableEngineTest.assertSame(engine.readAll("FROM file"), rows(0, 300_000));
        }
    }

    @Test
    void readingAndWritingInOneEngineDoNotStopEachOther() {
        for (int threads : new int[] {1, 2, 3}) {
            try (TableEngine engine = TableEngine.open(new TableOptions(256, threads, folder))) {
                engine.createTable("t", "SELECT i AS n, 's' || i % 7 AS s FROM range(500_000) t(i)");
                Path file = folder.resolve("copy" + threads + ".parquet");
                try (BatchReader reader = engine.query("FROM t");
                        BatchWriter writer = TableEngine.parquetWriter(reader.schema(), file)) {
                    reader.forEachRemaining(writer::write);
                    assertThat(writer.finish()).isEqualTo(500_000);
                }
                assertThat(file).hasSameBinaryContentAs(folder.resolve("copy1.parquet"));
            }
        }
    }

    @Test
    void withoutRowsTheFileHasTheColumns() {
        Path file = folder.resolve("empty.parquet");
        try (TableEngine engine = TableEngine.open()) {
            try (BatchWriter writer = TableEngine.parquetWriter(SCHEMA, file)) {
                assertThat(writer.finish()).isZero();
            }
            engine.registerParquet("file", file);
            assertThat(engine.schema("FROM file")).isEqualTo(SCHEMA);
        }
    }

    @Test
    void aWriterThatIsNotFinishedLeavesNothing() {
        try (BatchWriter writer = TableEngine.parquetWriter(SCHEMA, folder.resolve("file.parquet"))) {
            writer.write(rows(0, 100_000));
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFinishedWriterTakesNoMore() {
        try (BatchWriter writer = TableEngine.parquetWriter(SCHEMA, folder.resolve("file.parquet"))) {
            writer.finish();
            assertThatThrownBy(() -> writer.write(rows(0, 1))).hasMessageContaining("already finished");
        }
    }

    @Test
    void otherColumnsAreRefused() {
        try (BatchWriter writer = TableEngine.parquetWriter(SCHEMA, folder.resolve("file.parquet"))) {
            assertThatThrownBy(() -> writer.write(rows(0, 2).select(List.of("n"))))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("file.parquet");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> TableEngine.parquetWriter(SCHEMA, file.resolve("below.parquet")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("cannot make the folder " + file);
    }

    @Test
    void aFolderThatGoesAwayMeanwhileIsAnError() throws IOException {
        Path file = folder.resolve("deep/file.parquet");
        try (BatchWriter writer = TableEngine.parquetWriter(SCHEMA, file)) {
            writer.write(rows(0, 10));
            try (Stream<Path> left = Files.list(file.getParent())) {
                for (Path path : left.toList()) {
                    Files.delete(path);
                }
            }
            Files.delete(file.getParent());
            assertThatThrownBy(writer::finish).isInstanceOf(DataException.class).hasMessageContaining("file.parquet");
        }
    }
}
