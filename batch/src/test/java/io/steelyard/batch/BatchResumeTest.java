package io.steelyard.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steelyard.data.DataException;
import io.steelyard.models.Predictor;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchResumeTest {
    private static final Instant FIRST = Instant.parse("2026-11-24T09:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-25T09:00:00Z");
    private static final int ROWS = 600_000;
    private static final Predictor WHOLE = Answering.value(x -> new double[] {Math.sqrt(x)});

    @TempDir
    private Path folder;

    private TableFiles files;
    private final List<String> startedOver = new ArrayList<>();
    private final List<BatchProgress> progress = new ArrayList<>();

    @BeforeEach
    void write() {
        files = TableFiles.in(folder);
        files.write("in.parquet", "SELECT i::DOUBLE AS x, i AS id FROM range(" + ROWS + ") t(i)", 10_000);
    }

    @AfterEach
    void close() {
        files.close();
    }

    @Test
    void aStoppedBatchGoesOnFromItsFinishedParts() throws IOException {
        BatchResult whole = run(WHOLE, "digest", KeptColumns.all(), LATER, "whole.parquet");
        assertThatThrownBy(this::breakOff).hasMessage("no more");
        assertThat(folder.resolve("out.parquet")).doesNotExist();
        Files.writeString(parts().resolve(".part-000004.parquet.1.tmp"), "half a part");
        BatchResult result = run(WHOLE, "digest", KeptColumns.all(), LATER, "out.parquet");
        assertThat(result.parts()).isEqualTo(5);
        assertThat(result.resumedParts()).isEqualTo(4);
        assertThat(progress.getFirst().resumedRows()).isEqualTo(4 * 122_880);
        assertThat(startedOver).isEmpty();
        assertThat(result.scoredAt()).isEqualTo(FIRST);
        assertThat(result.totalRows()).isEqualTo(ROWS);
        assertThat(result.predictionDistribution()).isEqualTo(whole.predictionDistribution());
        assertThat(files.query("SELECT count(*) AS n FROM (SELECT id, x, prediction FROM '"
                                + folder.resolve("out.parquet") + "' EXCEPT SELECT id, x, prediction FROM '"
                                + folder.resolve("whole.parquet") + "')")
                        .doubles("n"))
                .containsExactly(0);
        assertThat(files.query("SELECT count(DISTINCT scored_at) AS n, bool_and(id = file_row_number) AS ordered FROM "
                                + "read_parquet('" + folder.resolve("out.parquet") + "', file_row_number = true)")
                        .doubles("ordered"))
                .containsExactly(1);
        assertOnlyFiles("in.parquet", "out.parquet", "whole.parquet");
    }

    @Test
    void partsOfAnotherModelOrOtherColumnsOrInputsAreThrownAway() throws IOException {
        assertThatThrownBy(this::breakOff).hasMessage("no more");
        assertStartsOver("other", KeptColumns.all(), "another model scored them");
        assertThatThrownBy(this::breakOff).hasMessage("no more");
        assertStartsOver("digest", KeptColumns.named(List.of("id")), "they have the columns [x, id]");
        assertThatThrownBy(this::breakOff).hasMessage("no more");
        Files.setLastModifiedTime(folder.resolve("in.parquet"), FileTime.from(LATER));
        assertStartsOver("digest", KeptColumns.all(), "the input " + folder.resolve("in.parquet") + " was changed");
    }

    @Test
    void aPartThatLostItsEndIsScoredAgain() throws IOException {
        assertThatThrownBy(this::breakOff).hasMessage("no more");
        Path part = parts().resolve("part-000001.parquet");
        Files.write(part, new byte[100]);
        Files.writeString(parts().resolve("part-000002.json"), "{\"rows\":13");
        BatchResult result = run(WHOLE, "digest", KeptColumns.all(), LATER, "out.parquet");
        assertThat(result.resumedParts()).isEqualTo(2);
        assertThat(result.totalRows()).isEqualTo(ROWS);
        assertOnlyFiles("in.parquet", "out.parquet");
    }

    @Test
    void aSecondBatchToTheSameOutputIsRefused() {
        List<Throwable> refused = new ArrayList<>();
        BatchInference.run(model(WHOLE, "digest"), job(KeptColumns.all(), FIRST, "out.parquet"), first -> {
            if (refused.isEmpty()) {
                try {
                    run(WHOLE, "digest", KeptColumns.all(), FIRST, "out.parquet");
                } catch (DataException e) {
                    refused.add(e);
                }
            }
        });
        assertThat(refused)
                .singleElement()
                .satisfies(e -> assertThat(e)
                        .hasMessage(folder.resolve("out.parquet")
                                + " is being written by another batch: wait for its end, or write to another file"));
        assertThat(files.read("out.parquet").rows()).isEqualTo(ROWS);
    }

    /// Holds the folder of an output until its input ends.
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws IOException {
            try (PartsFolder claimed = PartsFolder.claim(Path.of(args[0]))) {
                System.out.println("held " + claimed.joined());
                while (System.in.read() >= 0) {
                    // It ends with the test.
                }
            }
        }
    }

    @Test
    void anotherProcessIsRefusedToo() throws IOException, InterruptedException {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.resolve("out.parquet").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = holder.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).startsWith("held ");
            assertThatThrownBy(() -> run(WHOLE, "digest", KeptColumns.all(), FIRST, "out.parquet"))
                    .hasMessageContaining("is being written by another batch");
            // Being refused must not free it for the next.
            assertThatThrownBy(() -> run(WHOLE, "digest", KeptColumns.all(), FIRST, "out.parquet"))
                    .hasMessageContaining("is being written by another batch");
        } finally {
            holder.destroyForcibly().waitFor();
        }
        assertThat(run(WHOLE, "digest", KeptColumns.all(), FIRST, "out.parquet").totalRows())
                .isEqualTo(ROWS);
    }

    @Test
    void anInterruptedBatchCanGoOn() {
        assertThatThrownBy(() -> BatchInference.run(
                        model(WHOLE, "digest"),
                        job(KeptColumns.all(), FIRST, "out.parquet"),
                        so -> Thread.currentThread().interrupt()))
                .isInstanceOf(DataException.class)
                .hasMessage("interrupted: the same batch goes on where this one ended");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(folder.resolve("out.parquet")).doesNotExist();
        assertThat(run(WHOLE, "digest", KeptColumns.all(), LATER, "out.parquet").totalRows())
                .isEqualTo(ROWS);
    }

    /// Scores four of five parts.
    private void breakOff() {
        Predictor breaking = Answering.value(x -> {
            if (x > ROWS - 1000) {
                awaitFourParts();
                throw new IllegalStateException("no more");
            }
            return new double[] {Math.sqrt(x)};
        });
        run(breaking, "digest", KeptColumns.all(), FIRST, "out.parquet");
    }

    /// Another worker may still be busy with the part before.
    private void awaitFourParts() {
        for (int number = 0; number < 4; number++) {
            while (!Files.exists(parts().resolve("part-00000" + number + ".json"))) {
                Thread.onSpinWait();
            }
        }
    }

    private void assertStartsOver(String digest, KeptColumns kept, String why) throws IOException {
        startedOver.clear();
        BatchResult result = run(WHOLE, digest, kept, LATER, "out.parquet");
        assertThat(startedOver).containsExactly(why);
        assertThat(result.resumedParts()).isZero();
        assertThat(result.scoredAt()).isEqualTo(LATER);
        assertOnlyFiles("in.parquet", "out.parquet");
    }

    private BatchResult run(Predictor predictor, String digest, KeptColumns kept, Instant scoredAt, String target) {
        progress.clear();
        return BatchInference.run(model(predictor, digest), job(kept, scoredAt, target), new BatchListener() {
            @Override
            public void onProgress(BatchProgress so) {
                progress.add(so);
            }

            @Override
            public void onStartOver(String why) {
                startedOver.add(why);
            }
        });
    }

    private BatchJob job(KeptColumns kept, Instant scoredAt, String target) {
        return new BatchJob(
                List.of(folder.resolve("in.parquet").toString()), folder.resolve(target), kept, scoredAt, 10_000);
    }

    private static BatchModel model(Predictor predictor, String digest) {
        return new BatchModel(predictor, "7", "models:/m/7", digest);
    }

    private Path parts() {
        return folder.resolve(".out.parquet.parts");
    }

    private void assertOnlyFiles(String... names) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            assertThat(found.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(names);
        }
    }
}
