package io.steelyard.tracking.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.sql.Database;
import io.steelyard.sql.DatabaseUri;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.TrackingStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A writing process is killed at some moment: what it was told is written is there, and nothing by halves. Five times;
/// with `-Dsoak` fifty times.
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class KillTest {
    private static final int KILLS = System.getProperty("soak") == null ? 5 : 50;
    private static final int LONGEST_LIFE_MILLIS = 800;

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedSurvivesAKill() throws Exception {
        Path file = folder.resolve("steelyard.db");
        // By run: the last step that was acknowledged. The runs of earlier processes stay.
        Map<String, Integer> acknowledged = new HashMap<>();
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.putAll(writeUntilKilled(file));
            check(file, acknowledged);
        }
        assertThat(acknowledged.size()).isGreaterThan(KILLS);
    }

    private static Map<String, Integer> writeUntilKilled(Path file) throws IOException, InterruptedException {
        Path acknowledged = Files.createTempFile(file.getParent(), "acknowledged", ".txt");
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledWriter.class.getName(),
                        file.toString())
                .redirectOutput(acknowledged.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        // Its life begins with the first acknowledged batch.
        while (Files.size(acknowledged) == 0 && process.isAlive()) {
            Thread.sleep(Duration.ofMillis(5));
        }
        Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_LIFE_MILLIS));
        process.destroyForcibly().waitFor();
        String said = Files.readString(acknowledged);
        Map<String, Integer> last = new HashMap<>();
        // What stands behind the last line's end was not said to the end.
        said.substring(0, said.lastIndexOf('\n') + 1).lines().forEach(line -> {
            String[] words = line.split(" ", -1);
            last.put(words[0], Integer.parseInt(words[1]));
        });
        assertThat(last).isNotEmpty();
        return last;
    }

    private static void check(Path file, Map<String, Integer> acknowledged) {
        try (Database database = Database.open(DatabaseUri.sqlite(file))) {
            TrackingStore store = JdbcTrackingStore.open(database);
            acknowledged.forEach((id, step) -> check(store, store.run(id), step));
            assertThat(database.<String>read(
                            sql -> sql.fetchSingle("PRAGMA integrity_check").get(0, String.class)))
                    .isEqualTo("ok");
        }
    }

    private static void check(TrackingStore store, Run run, int acknowledged) {
        int last = Integer.parseInt(run.tags().getOrDefault(KilledWriter.STEP_TAG, "-1"));
        assertThat(last).isGreaterThanOrEqualTo(acknowledged);
        assertThat(run.params()).hasSize(last + 1);
        for (int key = 0; key < KilledWriter.KEYS; key++) {
            String name = "metric-" + key;
            int add = key;
            List<Metric> all = IntStream.rangeClosed(0, last)
                    .mapToObj(step -> new Metric(name, step + add, step, step))
                    .toList();
            assertThat(store.metricHistory(run.id(), name)).isEqualTo(all);
            assertThat(run.metrics()).containsEntry(name, all.getLast());
        }
    }
}
