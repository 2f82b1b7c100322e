package io.steelyard.tracking.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.steelyard.sql.Database;
import io.steelyard.sql.DatabaseException;
import io.steelyard.sql.DatabaseException.Kind;
import io.steelyard.sql.DatabaseUri;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.NewRun;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunBatch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The database may not grow any more, which SQLite answers as it does a full disk.
@Timeout(120)
class SqliteFullDiskTest {
    @TempDir
    Path folder;

    private static void limit(Database database, long pages) {
        database.transact(sql -> sql.fetch("PRAGMA max_page_count = " + pages));
    }

    @Test
    void readingGoesOnAndSoDoesWritingWhenThereIsSpaceAgain() {
        List<Metric> acknowledged = new ArrayList<>();
        Run run;
        try (Database database = Database.open(DatabaseUri.sqlite(folder.resolve("steelyard.db")))) {
            JdbcTrackingStore store = JdbcTrackingStore.open(database);
            run = store.createRun(new NewRun("0", null, "me", 1, Map.of()));
            long pages = database.transact(
                    sql -> sql.fetchSingle("PRAGMA page_count").get(0, Long.class));
            limit(database, pages + 20);
            assertThatExceptionOfType(DatabaseException.class)
                    .isThrownBy(() -> {
                        for (int step = 0; step < 100_000; step += 100) {
                            acknowledged.addAll(log(store, run, step));
                        }
                    })
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.FULL));
            assertThat(acknowledged).isNotEmpty();
            assertThat(store.metricHistory(run.id(), "loss")).isEqualTo(acknowledged);
            assertThat(store.run(run.id()).metrics()).containsEntry("loss", acknowledged.getLast());
            store.settleMetrics();
            limit(database, 1_000_000);
            acknowledged.addAll(log(store, run, acknowledged.size()));
            assertThat(store.metricHistory(run.id(), "loss")).isEqualTo(acknowledged);
        }
        try (Database database = Database.open(DatabaseUri.sqlite(folder.resolve("steelyard.db")))) {
            assertThat(JdbcTrackingStore.open(database).metricHistory(run.id(), "loss"))
                    .isEqualTo(acknowledged);
        }
    }

    private static List<Metric> log(JdbcTrackingStore store, Run run, int from) {
        List<Metric> metrics = new ArrayList<>();
        for (int step = from; step < from + 100; step++) {
            metrics.add(new Metric("loss", 1.0 / (step + 1), step, step));
        }
        store.log(run.id(), RunBatch.of(metrics, Map.of(), Map.of()));
        return metrics;
    }
}
