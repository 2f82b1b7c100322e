package io.steelyard.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steelyard.data.Batch;
import io.steelyard.data.DataException;
import io.steelyard.data.LongColumn;
import io.steelyard.models.Predictor;
import io.steelyard.models.Signature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchInferenceTest {
    private static final Instant SCORED_AT = Instant.parse("2026-11-24T09:00:00.123456Z");
    private static final Predictor DOUBLING = Answering.value(x -> new double[] {2 * x});

    @TempDir
    private Path folder;

    private TableFiles files;

    @BeforeEach
    void open() {
        files = TableFiles.in(folder);
    }

    @AfterEach
    void close() {
        files.close();
    }

    @Test
    void everyRowIsKeptWithItsPrediction() {
        files.write("in.parquet", "SELECT 'k' || i AS key, i / 2.0 AS x FROM range(5) t(i)");
        BatchResult result = run(DOUBLING, KeptColumns.all(), "in.parquet");
        Batch out = files.read("out.parquet");
        assertThat(out.schema().names())
                .containsExactly("key", "x", "prediction", "model_version", "model_path", "scored_at");
        assertThat(out.strings("key").values()).containsExactly("k0", "k1", "k2", "k3", "k4");
        assertThat(out.doubles("prediction")).containsExactly(0, 1, 2, 3, 4);
        assertThat(out.strings("model_version").values()).containsOnly("7");
        assertThat(out.strings("model_path").values()).containsOnly("models:/it's/7");
        assertThat(out.timestamps("scored_at").values()).containsOnly(SCORED_AT.getEpochSecond() * 1_000_000 + 123_456);
        // pandas: Series([0, 1, 2, 3, 4]).std() is 1.5811388300841898
        assertThat(result.totalRows()).isEqualTo(5);
        assertThat(result.outputPath()).isEqualTo(folder.resolve("out.parquet"));
        assertThat(result.predictionDistribution()).isEqualTo(new PredictionDistribution(2, 1.5811388300841898, 0, 4));
        assertThat(result.probabilityDistribution()).isNull();
        assertThat(result.predictionCounts()).isEmpty();
        assertThat(result.scoredAt()).isEqualTo(SCORED_AT);
    }

    @Test
    void theGuidesLinesScoreAPattern() throws IOException {
        Files.createDirectories(folder.resolve("days"));
        files.write("days/monday.parquet", "SELECT 21.0 AS x");
        Predictor predictor = DOUBLING;
        String digest = "digest";
        BatchModel model = new BatchModel(predictor, "3", "models:/flights/3", digest);
        BatchJob job = new BatchJob(folder + "/days/*.parquet", folder.resolve("scored.parquet"), Instant.now());
        BatchResult result = BatchInference.run(model, job, progress -> {});
        assertThat(result.totalRows()).isEqualTo(1);
        assertThat(files.read("scored.parquet").doubles("prediction")).containsExactly(42);
    }

    @Test
    void aBinaryModelGivesClassAndProbability() {
        files.write("in.parquet", "SELECT unnest([0.1, 0.5, 0.9, NULL])::DOUBLE AS x");
        BatchResult result = run(Answering.binary(x -> new double[] {x}), KeptColumns.named(List.of()), "in.parquet");
        Batch out = files.read("out.parquet");
        assertThat(out.schema().names())
                .containsExactly("prediction", "probability", "model_version", "model_path", "scored_at");
        LongColumn predictions = (LongColumn) out.column("prediction");
        assertThat(predictions.values()).startsWith(0, 1, 1);
        assertThat(predictions.isMissing(3)).isTrue();
        assertThat(out.doubles("probability")).containsExactly(0.1, 0.5, 0.9, Double.NaN);
        // pandas: Series([0, 1, 1, None]).std() is 0.5773502691896257, Series([0.1, 0.5, 0.9, None]).std() is 0.4
        assertThat(result.predictionDistribution())
                .isEqualTo(new PredictionDistribution(2 / 3.0, 0.5773502691896257, 0, 1));
        assertThat(result.probabilityDistribution()).satisfies(d -> {
            assertThat(d.mean()).isCloseTo(0.5, Offset.offset(1e-15));
            assertThat(d.std()).isCloseTo(0.4, Offset.offset(1e-15));
        });
        assertThat(result.predictionCounts()).isEqualTo(Map.of("0", 1L, "1", 2L));
        assertThat(result.totalRows()).isEqualTo(4);
    }

    @Test
    void aModelOfSeveralClassesGivesTheClassAndEachProbability() {
        files.write("in.parquet", "SELECT unnest([0.1, 0.2, 0.7])::DOUBLE AS x");
        Answering named = Answering.multiclass(List.of("cat", "dog", "eel"), x -> new double[] {x, 0.2, 0.8 - x});
        BatchResult result = run(named, KeptColumns.named(List.of("x")), "in.parquet");
        Batch out = files.read("out.parquet");
        assertThat(out.schema().names())
                .startsWith("x", "prediction", "probability_cat", "probability_dog", "probability_eel")
                .doesNotContain("probability");
        assertThat(out.strings("prediction").values()).containsExactly("eel", "eel", "cat");
        assertThat(out.doubles("probability_eel")).containsExactly(0.8 - 0.1, 0.8 - 0.2, 0.8 - 0.7);
        assertThat(result.predictionDistribution()).isNull();
        assertThat(result.predictionCounts()).isEqualTo(Map.of("cat", 1L, "dog", 0L, "eel", 2L));

        Answering numbered = Answering.multiclass(List.of("3", "5"), x -> new double[] {x, 1 - x});
        result = run(numbered, KeptColumns.named(List.of()), "in.parquet");
        out = files.read("out.parquet");
        assertThat(out.doubles("prediction")).containsExactly(5, 5, 3);
        // pandas: Series([5, 5, 3]).std() is 1.1547005383792515
        assertThat(Objects.requireNonNull(result.predictionDistribution()).std())
                .isCloseTo(1.1547005383792515, Offset.offset(1e-15));
        assertThat(Objects.requireNonNull(result.predictionDistribution()).max())
                .isEqualTo(5);
    }

    @Test
    void manyPartsKeepTheirOrderAndReportProgress() {
        files.write("in.parquet", "SELECT i, i::DOUBLE AS x FROM range(1000000) t(i)", 10_000);
        List<BatchProgress> progress = new ArrayList<>();
        BatchResult result = BatchInference.run(
                model(DOUBLING),
                new BatchJob(folder.resolve("in.parquet").toString(), folder.resolve("out.parquet"), SCORED_AT),
                progress::add);
        assertThat(progress)
                .isNotEmpty()
                .endsWith(new BatchProgress(1_000_000, 1_000_000, 0, result.parts(), result.parts()));
        assertThat(result.parts()).isGreaterThan(1);
        assertThat(result.resumedParts()).isZero();
        assertThat(result.totalRows()).isEqualTo(1_000_000);
        assertThat(Objects.requireNonNull(result.predictionDistribution()).mean())
                .isCloseTo(999_999, Offset.offset(1e-6));
        Batch wrong = files.query("SELECT count(*) AS n FROM read_parquet('" + folder.resolve("out.parquet")
                + "', file_row_number = true) WHERE i <> file_row_number OR prediction <> 2 * i");
        assertThat(wrong.doubles("n")).containsExactly(0);
    }

    @Test
    void keptColumnsKeepTheirTypesWhateverTheyAre() {
        files.write(
                "in.parquet",
                "SELECT 1.25::DECIMAL(9,2) AS money, [1, 2] AS list, {'a': 1} AS struct, 7::SMALLINT AS small, "
                        + "DATE '2026-11-24' AS day, 3.0::FLOAT AS x");
        run(DOUBLING, KeptColumns.all(), "in.parquet");
        assertThat(files.types("out.parquet"))
                .startsWith("DECIMAL(9,2)", "INTEGER[]", "STRUCT(a INTEGER)", "SMALLINT", "DATE", "FLOAT", "DOUBLE");
    }

    @Test
    void chosenColumnsAloneAreKeptInTheirOrder() {
        files.write("in.parquet", "SELECT 1 AS \"odd \"\"name\"\"\", 'b' AS b, 3.0::DOUBLE AS x, 4 AS ticket");
        run(DOUBLING, KeptColumns.named(List.of("b", "ticket", "odd \"name\"")), "in.parquet");
        assertThat(files.read("out.parquet").schema().names())
                .containsExactly(
                        "b", "ticket", "odd \"name\"", "prediction", "model_version", "model_path", "scored_at");
    }

    @Test
    void everyNumberIsTakenForANumber() {
        for (String type : List.of("FLOAT", "DOUBLE", "DECIMAL(4,1)", "INTEGER", "UTINYINT", "HUGEINT")) {
            files.write("in.parquet", "SELECT unnest([3, NULL])::" + type + " AS x");
            run(DOUBLING, KeptColumns.all(), "in.parquet");
            assertThat(files.read("out.parquet").doubles("prediction")).as(type).containsExactly(6, Double.NaN);
        }
    }

    @Test
    void constantColumnsAreScoredRowByRow() {
        files.write("in.parquet", "SELECT 1.5 AS x FROM range(5000)");
        int[] calls = new int[1];
        run(Answering.value(x -> new double[] {calls[0]++}), KeptColumns.named(List.of()), "in.parquet");
        assertThat(calls[0]).isEqualTo(5000);
        assertThat(files.read("out.parquet").doubles("prediction"))
                .startsWith(0, 1, 2)
                .endsWith(4999);
    }

    @Test
    void smallerPiecesGiveTheSame() {
        files.write("in.parquet", "SELECT i::DOUBLE AS x FROM range(5000) t(i)");
        Predictor few = new Predictor() {
            @Override
            public Signature signature() {
                return DOUBLING.signature();
            }

            @Override
            public double[] score(Batch rows) {
                assertThat(rows.rows()).isLessThanOrEqualTo(300);
                return DOUBLING.score(rows);
            }
        };
        BatchInference.run(
                model(few),
                new BatchJob(
                        List.of(folder.resolve("in.parquet").toString()),
                        folder.resolve("out.parquet"),
                        KeptColumns.all(),
                        SCORED_AT,
                        300),
                progress -> {});
        assertThat(files.read("out.parquet").doubles("prediction"))
                .hasSize(5000)
                .endsWith(9998);
    }

    @Test
    void aFolderAndPatternsAreReadByName() throws IOException {
        Files.createDirectories(folder.resolve("days/deep"));
        Files.createDirectories(folder.resolve("days/_temporary"));
        files.write("days/b.parquet", "SELECT 2.0::DOUBLE AS x");
        files.write("days/a.parquet", "SELECT 1.0::DOUBLE AS x");
        files.write("days/empty.parquet", "SELECT 1.0::DOUBLE AS x LIMIT 0");
        files.write("days/deep/c.parquet", "SELECT 3.0::DOUBLE AS x");
        files.write("days/_temporary/d.parquet", "SELECT 4.0::DOUBLE AS x");
        files.write("days/.hidden.parquet", "SELECT 5.0::DOUBLE AS x");
        Files.writeString(folder.resolve("days/readme.txt"), "no table");
        run(DOUBLING, KeptColumns.all(), "days");
        assertThat(files.read("out.parquet").doubles("prediction")).containsExactly(2, 4, 6);
        run(DOUBLING, KeptColumns.all(), "days/?.parquet");
        assertThat(files.read("out.parquet").doubles("prediction")).containsExactly(2, 4);
        run(DOUBLING, KeptColumns.all(), "days/b.parquet", "days/a.parquet");
        assertThat(files.read("out.parquet").doubles("prediction")).containsExactly(4, 2);
    }

    @Test
    void filesOfOtherNumberTypesAreOneTableWhereTheyAreNotKept() {
        files.write("a.parquet", "SELECT 1.5::FLOAT AS x, 'a' AS key");
        files.write("b.parquet", "SELECT 1e300::DOUBLE AS x, 'b' AS key");
        files.write("c.parquet", "SELECT 'c' AS key, 7 AS x");
        run(DOUBLING, KeptColumns.named(List.of("key")), "a.parquet", "b.parquet", "c.parquet");
        assertThat(files.read("out.parquet").doubles("prediction")).containsExactly(3, 2e300, 14);
    }

    @Test
    void noRowsAreAnErrorThatLeavesNothingBehind() throws IOException {
        files.write("in.parquet", "SELECT 1.0::DOUBLE AS x LIMIT 0");
        for (String source : List.of("in.parquet", "none-*.parquet", "nowhere/*.parquet")) {
            assertThatThrownBy(() -> run(DOUBLING, KeptColumns.all(), source))
                    .isInstanceOfSatisfying(
                            DataException.class, e -> assertThat(e.kind()).isEqualTo(DataException.Kind.EMPTY))
                    .hasMessage("No data found in " + folder.resolve(source));
        }
        assertOnlyFiles("in.parquet");
    }

    @Test
    void whatCannotBeScoredIsNamedBeforeTheFirstRow() throws IOException {
        files.write("in.parquet", "SELECT 1.0::DOUBLE AS xx");
        assertRefused(KeptColumns.all(), "/in.parquet has no column 'x', which the model takes; the nearest is 'xx'");
        files.write("in.parquet", "SELECT 'text' AS x");
        assertRefused(
                KeptColumns.all(),
                "/in.parquet: the column 'x' is of type VARCHAR, but the model takes double: cast it when the file is written");
        files.write("in.parquet", "SELECT 1.0::DOUBLE AS x");
        assertRefused(
                KeptColumns.named(List.of("key")),
                "/in.parquet has no column 'key', which is to be kept; there are [x]");
        files.write("in.parquet", "SELECT 'old' AS prediction, 3.0::DOUBLE AS x");
        assertRefused(
                KeptColumns.all(),
                "/in.parquet has a column 'prediction', but the output has one of that name too: choose the columns to keep "
                        + "without it");
        assertThatThrownBy(() -> run(DOUBLING, KeptColumns.all(), "nowhere.parquet"))
                .hasMessage("there is no file " + folder.resolve("nowhere.parquet"));
        Files.writeString(folder.resolve("in.parquet"), "no table");
        assertThatThrownBy(() -> run(DOUBLING, KeptColumns.all(), "in.parquet"))
                .hasMessageStartingWith(folder.resolve("in.parquet") + " is no whole Parquet file: ");
        assertOnlyFiles("in.parquet");
        files.write("out.parquet", "SELECT 1.0::DOUBLE AS x");
        assertThatThrownBy(() -> run(DOUBLING, KeptColumns.all(), "out.parquet"))
                .hasMessage("the output " + folder.resolve("out.parquet")
                        + " is one of the files to be scored: write to another file");
    }

    @Test
    void filesWhoseKeptColumnsDifferAreNamed() throws IOException {
        files.write("in.parquet", "SELECT 1.0::DOUBLE AS x");
        files.write("b.parquet", "SELECT 2 AS x");
        assertThatThrownBy(() -> run(DOUBLING, KeptColumns.all(), "in.parquet", "b.parquet"))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(folder.resolve("b.parquet") + ": the column 'x' is of type INTEGER, but in "
                        + folder.resolve("in.parquet") + " of type DOUBLE");
        files.write("b.parquet", "SELECT 1.0::DOUBLE AS x, 2 AS more");
        assertThatThrownBy(() -> run(DOUBLING, KeptColumns.all(), "in.parquet", "b.parquet"))
                .hasMessage(folder.resolve("b.parquet") + " has the columns [more], which "
                        + folder.resolve("in.parquet") + " does not have: choose the columns to keep");
        assertOnlyFiles("in.parquet", "b.parquet");
    }

    @Test
    void aDamagedFileLeavesTheFormerOutputInPlace() throws IOException {
        files.write("in.parquet", "SELECT i::DOUBLE AS x FROM range(300000) t(i)");
        run(DOUBLING, KeptColumns.all(), "in.parquet");
        byte[] former = Files.readAllBytes(folder.resolve("out.parquet"));
        byte[] damaged = Files.readAllBytes(folder.resolve("in.parquet"));
        Arrays.fill(damaged, damaged.length / 2, damaged.length * 3 / 4, (byte) 0);
        Files.write(folder.resolve("damaged.parquet"), damaged);
        assertThatThrownBy(() -> run(DOUBLING, KeptColumns.all(), "damaged.parquet"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("damaged.parquet");
        assertThat(Files.readAllBytes(folder.resolve("out.parquet"))).isEqualTo(former);
    }

    @Test
    void whatTheModelThrowsComesThrough() throws IOException {
        files.write("in.parquet", "SELECT 1.0 AS x");
        assertThatThrownBy(() -> run(
                        Answering.value(x -> {
                            throw new IllegalArgumentException("the model cannot");
                        }),
                        KeptColumns.all(),
                        "in.parquet"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the model cannot");
        assertOnlyFiles("in.parquet");
    }

    private void assertRefused(KeptColumns kept, String message) throws IOException {
        assertThatThrownBy(() -> run(DOUBLING, kept, "in.parquet"))
                .isInstanceOf(DataException.class)
                .hasMessage(folder + message);
        assertOnlyFiles("in.parquet");
    }

    private BatchResult run(Predictor predictor, KeptColumns kept, String... sources) {
        return BatchInference.run(
                model(predictor),
                new BatchJob(
                        Stream.of(sources)
                                .map(name -> folder.resolve(name).toString())
                                .toList(),
                        folder.resolve("out.parquet"),
                        kept,
                        SCORED_AT,
                        BatchJob.DEFAULT_BATCH_SIZE),
                progress -> {});
    }

    private static BatchModel model(Predictor predictor) {
        return new BatchModel(predictor, "7", "models:/it's/7", "digest");
    }

    private void assertOnlyFiles(String... names) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            assertThat(found.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(names);
        }
    }
}
