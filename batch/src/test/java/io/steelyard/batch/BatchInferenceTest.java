package io.steelyard.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steelyard.data.Batch;
import io.steelyard.data.DataException;
import io.steelyard.data.TableEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchInferenceTest {
    private static final Instant SCORED_AT = Instant.parse("2026-11-24T09:00:00.123456Z");

    private final TableEngine engine = TableEngine.open();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void everyRowIsKeptWithItsPrediction() {
        write("in.parquet", "SELECT 'k' || i AS key, i / 2.0 AS x FROM range(5) t(i)");
        BatchResult result = run("in.parquet", "out.parquet");
        Batch out = read("out.parquet");
        assertThat(out.schema().names()).containsExactly("key", "x", "prediction", "model_version", "scored_at");
        assertThat(out.strings("key").values()).containsExactly("k0", "k1", "k2", "k3", "k4");
        assertThat(out.doubles("prediction")).containsExactly(0, 1, 2, 3, 4);
        assertThat(out.strings("model_version").values()).containsOnly("7");
        assertThat(out.timestamps("scored_at").values()).containsOnly(SCORED_AT.getEpochSecond() * 1_000_000 + 123_456);
        // pandas: Series([0, 1, 2, 3, 4]).std() is 1.5811388300841898
        assertThat(result.totalRows()).isEqualTo(5);
        assertThat(result.outputPath()).isEqualTo(folder.resolve("out.parquet"));
        assertThat(result.predictionDistribution()).isEqualTo(new PredictionDistribution(2, 1.5811388300841898, 0, 4));
    }

    @Test
    void manyChunksKeepTheirOrderAndReportProgress() {
        write("in.parquet", "SELECT i, i::DOUBLE AS x FROM range(100000) t(i)");
        List<Long> progress = new ArrayList<>();
        BatchJob job = new BatchJob(
                folder.resolve("in.parquet").toString(),
                folder.resolve("out.parquet"),
                List.of(),
                "7",
                SCORED_AT,
                10_000);
        BatchResult result = BatchInference.run(new Doubling(), job, progress::add);
        assertThat(progress).hasSizeGreaterThan(5).isSorted().endsWith(100_000L);
        assertThat(result.totalRows()).isEqualTo(100_000);
        assertThat(result.predictionDistribution().mean()).isCloseTo(99_999, Offset.offset(1e-6));
        Batch out = read("out.parquet");
        for (int row = 0; row < out.rows(); row++) {
            assertThat(out.doubles("prediction")[row]).isEqualTo(2.0 * row);
        }
    }

    @Test
    void chosenColumnsAloneAreKept() {
        write("in.parquet", "SELECT 1 AS \"odd \"\"name\"\"\", 'b' AS b, 3.0::DOUBLE AS x, [1, 2] AS list");
        BatchJob job = new BatchJob(
                folder.resolve("in.parquet").toString(),
                folder.resolve("out.parquet"),
                List.of("b", "odd \"name\""),
                "7",
                SCORED_AT,
                10);
        BatchResult result = BatchInference.run(new Doubling(), job, rows -> {});
        assertThat(read("out.parquet").schema().names())
                .containsExactly("b", "odd \"name\"", "prediction", "model_version", "scored_at");
        assertThat(result.predictionDistribution()).isEqualTo(new PredictionDistribution(6, Double.NaN, 6, 6));
    }

    @Test
    void aKeptColumnOfTheAnswersNameIsRefused() {
        write("in.parquet", "SELECT 'old' AS prediction, 3.0::DOUBLE AS x");
        assertThatThrownBy(() -> run("in.parquet", "out.parquet"))
                .isInstanceOf(DataException.class)
                .hasMessage("the source has a column 'prediction' already: leave it out of the columns to keep");
    }

    @Test
    void aFolderAndAPatternAreReadByName() throws IOException {
        Files.createDirectories(folder.resolve("days/deep"));
        write("days/b.parquet", "SELECT 2.0::DOUBLE AS x");
        write("days/a.parquet", "SELECT 1.0::DOUBLE AS x");
        write("days/empty.parquet", "SELECT 1.0::DOUBLE AS x LIMIT 0");
        write("days/deep/c.parquet", "SELECT 3.0::DOUBLE AS x");
        Files.writeString(folder.resolve("days/readme.txt"), "no table");
        run("days", "out.parquet");
        assertThat(read("out.parquet").doubles("prediction")).containsExactly(2, 4);
        run("days/?.parquet", "out.parquet");
        assertThat(read("out.parquet").doubles("prediction")).containsExactly(2, 4);
        run("days/**.parquet", "out.parquet");
        assertThat(read("out.parquet").doubles("prediction")).containsExactly(2, 4, 6);
    }

    @Test
    void noRowsAreAnErrorThatLeavesNothingBehind() throws IOException {
        write("in.parquet", "SELECT 1.0::DOUBLE AS x LIMIT 0");
        for (String source : List.of("in.parquet", "none-*.parquet", "nowhere/*.parquet")) {
            assertThatThrownBy(() -> run(source, "out.parquet"))
                    .isInstanceOfSatisfying(
                            DataException.class, e -> assertThat(e.kind()).isEqualTo(DataException.Kind.EMPTY))
                    .hasMessage("No data found in " + folder.resolve(source));
        }
        assertOnlyFile("in.parquet");
    }

    @Test
    void whatCannotBeScoredIsNamed() throws IOException {
        write("in.parquet", "SELECT 1.0::DOUBLE AS y");
        assertThatThrownBy(() -> run("in.parquet", "out.parquet"))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("no column 'x'");
        assertThatThrownBy(() -> run("nowhere.parquet", "out.parquet"))
                .hasMessage("there is no file " + folder.resolve("nowhere.parquet"));
        assertThatThrownBy(() -> run("in.parquet", "in.parquet"))
                .hasMessage("the output " + folder.resolve("in.parquet")
                        + " is one of the files to be scored: write to another file");
        assertOnlyFile("in.parquet");
    }

    @Test
    void filesOfOtherColumnsAreNamed() throws IOException {
        Files.createDirectories(folder.resolve("days"));
        write("days/a.parquet", "SELECT 1.0::DOUBLE AS x");
        write("days/b.parquet", "SELECT 2 AS x");
        assertThatThrownBy(() -> run("days", "out.parquet"))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(folder.resolve("days/b.parquet") + " has the columns ");
        assertThat(folder.resolve("out.parquet")).doesNotExist();
    }

    @Test
    void aDamagedFileLeavesTheFormerOutputInPlace() throws IOException {
        write("in.parquet", "SELECT i::DOUBLE AS x FROM range(300000) t(i)");
        run("in.parquet", "out.parquet");
        byte[] former = Files.readAllBytes(folder.resolve("out.parquet"));
        byte[] damaged = Files.readAllBytes(folder.resolve("in.parquet"));
        Arrays.fill(damaged, damaged.length / 2, damaged.length * 3 / 4, (byte) 0);
        Files.write(folder.resolve("damaged.parquet"), damaged);
        assertThatThrownBy(() -> run("damaged.parquet", "out.parquet")).isInstanceOf(DataException.class);
        assertThat(Files.readAllBytes(folder.resolve("out.parquet"))).isEqualTo(former);
    }

    private BatchResult run(String source, String target) {
        return BatchInference.run(
                new Doubling(),
                new BatchJob(folder.resolve(source).toString(), folder.resolve(target), "7", SCORED_AT),
                rows -> {});
    }

    private void write(String name, String sql) {
        engine.writeParquet(sql, folder.resolve(name));
    }

    private Batch read(String name) {
        engine.registerParquet("written", folder.resolve(name));
        return engine.readAll("SELECT * FROM written");
    }

    private void assertOnlyFile(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve(name));
        }
    }
}
