package io.steelyard.tracking.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.steelyard.sql.Database;
import io.steelyard.sql.DatabaseUri;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.NewRun;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunBatch;
import io.steelyard.tracking.RunStatus;
import io.steelyard.tracking.RunUpdate;
import io.steelyard.tracking.TrackingException;
import io.steelyard.tracking.TrackingStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Sixty-four clients at once, which is where MLflow's users meet "database is locked".
@Timeout(300)
class SqliteManyClientsTest {
    private static final int CLIENTS = 64;
    private static final int STEPS = 25;

    @TempDir
    Path folder;

    @Test
    void everybodysWorkIsDoneAndNothingIsLost() throws Exception {
        try (Database database = Database.open(DatabaseUri.sqlite(folder.resolve("steelyard.db")));
                ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            TrackingStore store = JdbcTrackingStore.open(database);
            String shared = store.createRun(new NewRun("0", "shared", "me", 1, Map.of()))
                    .id();
            List<Future<String>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int client = i;
                clients.add(threads.submit(() -> work(store, shared, client)));
            }
            for (Future<String> client : clients) {
                Run run = store.run(client.get());
                assertThat(run.status()).isEqualTo(RunStatus.FINISHED);
                assertThat(run.params()).hasSize(STEPS).containsEntry("first", "0");
                assertThat(run.tags()).containsEntry("step", Integer.toString(STEPS - 1));
                assertThat(store.metricHistory(run.id(), "loss")).hasSize(STEPS);
            }
            assertThat(store.run(shared).metrics()).hasSize(CLIENTS);
            assertThat(store.metricHistory(shared, "metric-7")).hasSize(STEPS);
        }
    }

    private static String work(TrackingStore store, String shared, int client) {
        String run = store.createRun(new NewRun("0", null, "me", 1, Map.of())).id();
        store.log(run, RunBatch.param("first", "0"));
        for (int step = 0; step < STEPS; step++) {
            Metric loss = new Metric("loss", 1.0 / (step + 1), step, step);
            store.log(run, RunBatch.metric(loss));
            store.log(shared, RunBatch.metric(new Metric("metric-" + client, step, step, step)));
            store.log(run, RunBatch.tag("step", Integer.toString(step)));
            if (step > 0) {
                store.log(run, RunBatch.param("param-" + step, "x"));
            }
            assertThat(store.run(run).metrics()).containsEntry("loss", loss);
            assertThat(store.metricHistory(run, "loss")).hasSize(step + 1);
        }
        // A batch that is refused leaves nothing.
        assertThatExceptionOfType(TrackingException.class)
                .isThrownBy(() -> store.log(
                        run, RunBatch.of(List.of(new Metric("bad", 1, 1, 1)), Map.of("first", "1"), Map.of())));
        assertThat(store.run(run).metrics()).containsOnlyKeys("loss");
        store.updateRun(run, new RunUpdate(RunStatus.FINISHED, 2L, null));
        return run;
    }
}
