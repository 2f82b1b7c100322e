package io.steelyard.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steelyard.data.Batch;
import io.steelyard.data.ColumnType;
import io.steelyard.data.DataException;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.Field;
import io.steelyard.data.Schema;
import io.steelyard.data.StringColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionLogTest {
    private static final Instant OCTOBER = Instant.parse("2013-10-31T23:00:00Z");
    private static final Instant NOVEMBER = Instant.parse("2013-11-01T00:00:00Z");
    private static final PredictionLogOptions LATE =
            new PredictionLogOptions(Duration.ofHours(1), 1_000_000, 64L << 20);

    @TempDir
    Path folder;

    @Test
    void predictionsAreReadWithTheirLabelsInTheWindowOfTheirOwnTime() {
        try (PredictionLog log = PredictionLog.open(folder)) {
            log.offer(predictions("flights", "1", OCTOBER, 0.25, "a", "b"));
            log.offer(predictions("flights", "1", NOVEMBER, 0.75, "c"));
            log.offer(predictions("other", "1", NOVEMBER, 0.75, "d"));
            log.offer(List.of(new Actual("a", 1, NOVEMBER), new Actual("nobody", 1, NOVEMBER)), Duration.ofSeconds(1));
            log.flush();

            List<PredictionWindow> windows = new PredictionHistory(folder, "flights", null).windows(Windowing.MONTH);
            assertThat(windows).extracting(PredictionWindow::name).containsExactly("2013-10", "2013-11");
            PredictionWindow october = windows.getFirst();
            assertThat(october.predictions().strings("prediction_id").values()).containsExactly("a", "b");
            assertThat(october.scores()).containsExactly(0.25, 0.25);
            assertThat(october.actuals()).containsExactly(1, Double.NaN);
            assertThat(october.features().strings("carrier").values()).containsExactly("UA", null);
            assertThat(october.features().doubles("distance")).containsExactly(700, Double.NaN);
            assertThat(log.counts()).isEqualTo(new PredictionLog.Counts(6, 0, 0));
        }
    }

    @Test
    void theLastOfEqualIdsCounts() {
        try (PredictionLog log = PredictionLog.open(folder)) {
            log.offer(predictions("m", "1", OCTOBER, 0.25, "a"));
            log.offer(List.of(new Actual("a", 0, NOVEMBER), new Actual("a", 1, OCTOBER)), Duration.ofSeconds(1));
            log.flush();
            log.offer(predictions("m", "1", OCTOBER, 0.5, "a"));
            log.offer(List.of(new Actual("a", 0, OCTOBER)), Duration.ofSeconds(1));
        }
        PredictionWindow window = new PredictionHistory(folder, "m", null)
                .windows(Windowing.ISO_WEEK)
                .getFirst();
        assertThat(window.name()).isEqualTo("2013-W44");
        assertThat(window.scores()).containsExactly(0.5);
        assertThat(window.actuals()).containsExactly(0);
    }

    @Test
    void aVersionIsReadAlone() {
        try (PredictionLog log = PredictionLog.open(folder)) {
            log.offer(predictions("m", "1", OCTOBER, 0.25, "a"));
            log.offer(predictions("m", "2", OCTOBER, 0.5, "b"));
        }
        assertThat(new PredictionHistory(folder, "m", "2")
                        .windows(Windowing.MONTH)
                        .getFirst()
                        .scores())
                .containsExactly(0.5);
        assertThat(new PredictionHistory(folder, "nothing", null).windows(Windowing.MONTH))
                .isEmpty();
    }

    @Test
    void closingWritesEverythingThatWasTakenAndNothingIsTakenAfterwards() throws InterruptedException {
        PredictionLog log = PredictionLog.open(folder, LATE);
        List<Thread> senders = new ArrayList<>();
        for (int sender = 0; sender < 4; sender++) {
            String name = "s" + sender + "-";
            senders.add(Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 500; i++) {
                    log.offer(predictions("m", "1", OCTOBER, 0.25, name + i));
                }
            }));
        }
        for (Thread sender : senders) {
            sender.join();
        }
        log.close();
        assertThat(log.offer(predictions("m", "1", OCTOBER, 0.25, "late"))).isFalse();
        assertThat(log.counts()).isEqualTo(new PredictionLog.Counts(2000, 1, 0));
        assertThat(new PredictionHistory(folder, "m", null)
                        .windows(Windowing.MONTH)
                        .getFirst()
                        .rows())
                .isEqualTo(2000);
    }

    @Test
    void aFullQueueDropsPredictionsAndRefusesLabels() {
        try (PredictionLog log = PredictionLog.open(folder, new PredictionLogOptions(Duration.ofHours(1), 10, 1))) {
            assertThat(log.offer(predictions("m", "1", OCTOBER, 0.25, "a", "b")))
                    .isFalse();
            assertThat(log.offer(List.of(new Actual("a", 1, OCTOBER)), Duration.ofMillis(5)))
                    .isFalse();
            assertThat(log.counts()).isEqualTo(new PredictionLog.Counts(0, 2, 0));
        }
    }

    @Test
    void aSegmentBecomesAFileByItselfWhenItIsOldOrLong() throws Exception {
        try (PredictionLog log =
                PredictionLog.open(folder, new PredictionLogOptions(Duration.ofMillis(1), 1000, 1 << 20))) {
            log.offer(predictions("m", "1", OCTOBER, 0.25, "a"));
            for (int i = 0; i < 400 && log.counts().written() == 0; i++) {
                Thread.sleep(25);
            }
            assertThat(log.counts().written()).isEqualTo(1);
        }
        assertThat(files()).singleElement().asString().matches("m/predictions-\\d{8}T\\d{6}-\\w+\\.parquet");
    }

    @Test
    void aLogThatCannotWriteCountsAndGoesOn() throws IOException {
        try (PredictionLog log = PredictionLog.open(folder, LATE)) {
            Files.writeString(folder.resolve("m"), "a file where the folder should be");
            log.offer(predictions("m", "1", OCTOBER, 0.25, "a"));
            assertThatThrownBy(log::flush)
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("cannot make the folder");
            assertThat(log.counts()).isEqualTo(new PredictionLog.Counts(0, 0, 1));
            Files.delete(folder.resolve("m"));
            log.offer(predictions("m", "1", OCTOBER, 0.25, "b"));
            log.flush();
            assertThat(log.counts()).isEqualTo(new PredictionLog.Counts(1, 0, 1));
        }
    }

    @Test
    void whatAKilledWriterLeftIsSweptAway() throws IOException {
        Path model = Files.createDirectory(folder.resolve("m"));
        Path old = Files.writeString(model.resolve(".predictions-1.parquet.x.tmp"), "");
        Path fresh = Files.writeString(model.resolve(".predictions-2.parquet.x.tmp"), "");
        Path foreign = Files.writeString(model.resolve(".other.tmp"), "");
        FileTime yesterday = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
        Files.setLastModifiedTime(old, yesterday);
        Files.setLastModifiedTime(foreign, yesterday);
        PredictionLog.open(folder).close();
        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
        assertThat(foreign).exists();
    }

    @Test
    void aModelsNameMayBeAnything() throws IOException {
        String name = "../über [*] 'x'";
        try (PredictionLog log = PredictionLog.open(folder)) {
            log.offer(predictions(name, "it's", OCTOBER, 0.25, "a"));
        }
        assertThat(new PredictionHistory(folder, name, "it's").windows(Windowing.MONTH))
                .hasSize(1);
        assertThat(files()).singleElement().asString().startsWith("%2E.%2F%C3%BCber%20%5B%2A%5D%20%27x%27/");
    }

    @Test
    void aFolderWithPatternCharactersIsRead() {
        Path odd = folder.resolve("a[b]*");
        try (PredictionLog log = PredictionLog.open(odd)) {
            log.offer(predictions("m", "1", OCTOBER, 0.25, "a"));
        }
        assertThat(new PredictionHistory(odd, "m", null).windows(Windowing.MONTH))
                .hasSize(1);
    }

    @Test
    void versionsMayHaveOtherColumns() {
        Batch other = new Batch(
                Schema.of(new Field("score", ColumnType.DOUBLE)), List.of(new DoubleColumn(new double[] {7})));
        try (PredictionLog log = PredictionLog.open(folder)) {
            log.offer(predictions("m", "1", OCTOBER, 0.25, "a"));
            log.offer(new LoggedPredictions(
                    "m",
                    "2",
                    OCTOBER,
                    List.of("b"),
                    other,
                    new double[] {0.5},
                    new double[] {1},
                    new double[] {0.5},
                    1));
        }
        Batch features = new PredictionHistory(folder, "m", null)
                .windows(Windowing.MONTH)
                .getFirst()
                .features();
        assertThat(features.schema().names()).containsExactlyInAnyOrder("carrier", "distance", "score");
        assertThat(features.doubles("score")).containsExactly(Double.NaN, 7);
    }

    @Test
    void rowsMustHaveTheSameNumberOfEverything() {
        assertThatThrownBy(() -> new LoggedPredictions(
                        "m", "1", OCTOBER, List.of(), features(1), new double[1], new double[1], new double[1], 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are 1 rows, but 0 ids, 1 scores, 1 predictions and 1 confidences");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).map(folder::relativize).toList();
        }
    }

    private static LoggedPredictions predictions(
            String model, String version, Instant time, double score, String... ids) {
        double[] scores = new double[ids.length];
        Arrays.fill(scores, score);
        return new LoggedPredictions(
                model, version, time, List.of(ids), features(ids.length), scores, scores.clone(), scores.clone(), 0.1);
    }

    private static Batch features(int rows) {
        @Nullable String[] carriers = new @Nullable String[rows];
        double[] distances = new double[rows];
        Arrays.fill(distances, Double.NaN);
        carriers[0] = "UA";
        distances[0] = 700;
        return new Batch(
                Schema.of(new Field("carrier", ColumnType.STRING), new Field("distance", ColumnType.DOUBLE)),
                List.of(new StringColumn(carriers), new DoubleColumn(distances)));
    }
}
