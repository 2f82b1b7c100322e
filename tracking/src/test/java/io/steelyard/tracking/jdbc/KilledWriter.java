package io.steelyard.tracking.jdbc;

import io.steelyard.sql.Database;
import io.steelyard.sql.DatabaseUri;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.NewRun;
import io.steelyard.tracking.RunBatch;
import io.steelyard.tracking.TrackingStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A process that logs until it is killed, and prints each batch that was acknowledged: `RUN STEP`.
final class KilledWriter {
    static final int RUNS = 4;
    static final int KEYS = 7;
    static final String STEP_TAG = "step";

    private KilledWriter() {}

    /// @param arguments the database's file
    public static void main(String[] arguments) {
        TrackingStore store = JdbcTrackingStore.open(Database.open(DatabaseUri.sqlite(Path.of(arguments[0]))));
        for (int i = 0; i < RUNS; i++) {
            String run =
                    store.createRun(new NewRun("0", null, "me", 1, Map.of())).id();
            Thread.ofPlatform().start(() -> write(store, run));
        }
    }

    private static void write(TrackingStore store, String run) {
        for (int step = 0; ; step++) {
            List<Metric> metrics = new ArrayList<>();
            for (int key = 0; key < KEYS; key++) {
                metrics.add(new Metric("metric-" + key, step + key, step, step));
            }
            store.log(
                    run, RunBatch.of(metrics, Map.of("param-" + step, "1"), Map.of(STEP_TAG, Integer.toString(step))));
            System.out.println(run + " " + step);
        }
    }
}
