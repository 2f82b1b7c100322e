package io.steelyard.tracking.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.sql.Database;
import io.steelyard.sql.DatabaseUri;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.NewRun;
import io.steelyard.tracking.RunBatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// What a logged value costs on the disk, with all indexes: 32 bytes at most. Values are random, times those of today,
/// and runs log side by side.
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class SqliteSizeTest {
    private static final double MOST_BYTES = 32;
    private static final int STEPS_AT_ONCE = 10;
    private static final long START = 1_790_000_000_000L;

    @TempDir
    Path folder;

    @Test
    void aPointCostsLittle() throws Exception {
        assertThat(bytesAPoint(10, 30, 1_000)).isLessThanOrEqualTo(MOST_BYTES);
    }

    @Test
    @EnabledIfSystemProperty(named = "soak", matches = ".*", disabledReason = "writes ten million points")
    void aPointCostsLittleAmongTenMillion() throws Exception {
        assertThat(bytesAPoint(100, 100, 1_000)).isLessThanOrEqualTo(MOST_BYTES);
    }

    private double bytesAPoint(int runs, int keys, int steps) throws Exception {
        Path file = folder.resolve("steelyard.db");
        long empty;
        try (Database database = Database.open(DatabaseUri.sqlite(file))) {
            JdbcTrackingStore store = JdbcTrackingStore.open(database);
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                ids.add(store.createRun(new NewRun("0", null, "me", 1, Map.of()))
                        .id());
            }
            empty = used(database);
            Random random = new Random(7);
            for (int step = 0; step < steps; step += STEPS_AT_ONCE) {
                for (String id : ids) {
                    store.log(id, RunBatch.of(metrics(random, keys, step), Map.of(), Map.of()));
                }
            }
        }
        try (Database database = Database.open(DatabaseUri.sqlite(file))) {
            assertThat(Files.size(file)).isGreaterThan(empty);
            return (double) (used(database) - empty) / ((long) runs * keys * steps);
        }
    }

    private static List<Metric> metrics(Random random, int keys, int firstStep) {
        List<Metric> metrics = new ArrayList<>();
        for (int step = firstStep; step < firstStep + STEPS_AT_ONCE; step++) {
            for (int key = 0; key < keys; key++) {
                metrics.add(new Metric("metric-" + key, random.nextDouble(), START + 1_000L * step, step));
            }
        }
        return metrics;
    }

    /// Without the pages that stood free again when the journal was folded.
    private static long used(Database database) {
        return database.read(sql -> sql.fetchSingle("SELECT (page_count - freelist_count) * page_size"
                        + " FROM pragma_page_count(), pragma_freelist_count(), pragma_page_size()")
                .get(0, Long.class));
    }
}
