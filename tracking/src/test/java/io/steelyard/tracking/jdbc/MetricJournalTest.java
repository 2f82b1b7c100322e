package io.steelyard.tracking.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.steelyard.sql.Database;
import io.steelyard.sql.DatabaseUri;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.NewRun;
import io.steelyard.tracking.Page;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunBatch;
import io.steelyard.tracking.TrackingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class MetricJournalTest {
    @TempDir
    Path folder;

    private Database database;
    private JdbcTrackingStore store;
    private Run run;

    @BeforeEach
    void open() {
        database = Database.open(DatabaseUri.sqlite(folder.resolve("steelyard.db")));
        store = JdbcTrackingStore.open(database);
        run = store.createRun(new NewRun("0", null, "me", 1, Map.of()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Metric metric(double value, long step) {
        return new Metric("a", value, 10 * step, step);
    }

    /// What another process logs and this one has not been told of, so that nothing folds it.
    private void inJournal(Metric... metrics) {
        database.transact(sql -> sql.execute(
                "INSERT INTO metric_journal (run_no, points) SELECT run_no, ? FROM runs WHERE run_id = ?",
                PointBytes.of(List.of(metrics)),
                run.id()));
    }

    private long count(String table) {
        return database.read(
                sql -> sql.fetchSingle("SELECT count(*) FROM " + table).get(0, Long.class));
    }

    private void awaitEmptyJournal() throws InterruptedException {
        while (count("metric_journal") > 0) {
            Thread.sleep(Duration.ofMillis(5));
        }
    }

    @Test
    void whatIsLoggedIsFoldedSoon() throws InterruptedException {
        store.log(run.id(), RunBatch.metric(metric(1, 1)));
        awaitEmptyJournal();
        assertThat(count("points")).isEqualTo(1);
        assertThat(store.run(run.id()).metrics()).containsEntry("a", metric(1, 1));
    }

    @Test
    void whatACrashLeftIsFoldedAtTheNextStart() throws InterruptedException {
        inJournal(metric(1, 1), metric(Double.NaN, 2));
        try (Database other = Database.open(database.uri())) {
            assertThat(JdbcTrackingStore.open(other).metricHistory(run.id(), "a"))
                    .hasSize(2);
            awaitEmptyJournal();
        }
        assertThat(count("points")).isEqualTo(2);
        assertThat(store.metricHistory(run.id(), "a")).containsExactly(metric(1, 1), metric(Double.NaN, 2));
    }

    @Test
    void closingFoldsWhatIsLeft() {
        for (int step = 0; step < 100; step++) {
            store.log(run.id(), RunBatch.metric(metric(step, step)));
        }
        database.close();
        try (Database plain = Database.open(database.uri())) {
            assertThat(plain.<Long>read(sql -> sql.fetchSingle("SELECT count(*) FROM metric_journal")
                            .get(0, Long.class)))
                    .isZero();
        }
        open();
        assertThat(count("points")).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void aHistoryIsWholeWhileAPartOfItWaits(int size) {
        store.log(run.id(), RunBatch.of(List.of(metric(1, 1), metric(3, 3), metric(5, 5)), Map.of(), Map.of()));
        store.settleMetrics();
        inJournal(metric(0, 0), metric(3, 3), metric(4, 4), new Metric("b", 1, 1, 1));
        inJournal(metric(6, 6), metric(4, 4), metric(Double.NaN, 3));
        List<Metric> read = new ArrayList<>();
        @Nullable String token = null;
        do {
            Page<Metric> page = store.metricHistory(run.id(), "a", size, token);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(size);
            read.addAll(page.items());
            token = page.nextToken();
        } while (token != null);
        assertThat(read)
                .containsExactly(
                        metric(0, 0),
                        metric(1, 1),
                        metric(Double.NaN, 3),
                        metric(3, 3),
                        metric(4, 4),
                        metric(5, 5),
                        metric(6, 6));
        assertThat(store.run(run.id()).metrics()).isEqualTo(Map.of("a", metric(6, 6), "b", new Metric("b", 1, 1, 1)));
        store.settleMetrics();
        assertThat(count("metric_journal")).isZero();
        assertThat(store.metricHistory(run.id(), "a")).isEqualTo(read);
    }

    @Test
    void settlingAgainChangesNothing() {
        inJournal(metric(2, 2), metric(1, 1));
        store.settleMetrics();
        inJournal(metric(2, 2), metric(-0.0, 0), metric(0, 0));
        store.settleMetrics();
        store.settleMetrics();
        assertThat(store.metricHistory(run.id(), "a")).containsExactly(metric(0, 0), metric(1, 1), metric(2, 2));
        assertThat(store.run(run.id()).metrics()).isEqualTo(Map.of("a", metric(2, 2)));
    }

    @Test
    void manyPointsOfOneSeriesAreFoldedInSeveralSteps() {
        List<Metric> all = new ArrayList<>();
        for (int step = 0; step < 70_000; step++) {
            all.add(metric(step, step));
        }
        for (int i = 0; i < all.size(); i += 1000) {
            store.log(run.id(), RunBatch.of(all.subList(i, i + 1000), Map.of(), Map.of()));
        }
        assertThat(store.metricHistory(run.id(), "a")).isEqualTo(all);
        store.settleMetrics();
        assertThat(count("points")).isEqualTo(70_000);
    }

    @Test
    void aDeletedRunRefusesAndNothingIsWritten() {
        inJournal(metric(1, 1));
        store.deleteRun(run.id());
        RunBatch batch = RunBatch.of(List.of(metric(2, 2)), Map.of("p", "1"), Map.of("t", "1"));
        assertThatExceptionOfType(TrackingException.class)
                .isThrownBy(() -> store.log(run.id(), batch))
                .withMessage("The run " + run.id() + " must be in the 'active' state. Current state is deleted.");
        store.settleMetrics();
        assertThat(store.metricHistory(run.id(), "a")).containsExactly(metric(1, 1));
        assertThat(store.run(run.id()).params()).isEmpty();
        inJournal(metric(3, 3));
        store.purge(Long.MAX_VALUE);
        assertThat(count("metric_journal") + count("points") + count("series")).isZero();
    }
}
