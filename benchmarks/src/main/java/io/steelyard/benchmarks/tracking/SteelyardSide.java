package io.steelyard.benchmarks.tracking;

import io.steelyard.benchmarks.report.Samples;
import io.steelyard.server.DataFolder;
import io.steelyard.server.Platform;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.NewExperiment;
import io.steelyard.tracking.NewRun;
import io.steelyard.tracking.RunBatch;
import io.steelyard.tracking.RunStatus;
import io.steelyard.tracking.RunUpdate;
import io.steelyard.tracking.TrackingStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Steelyard's server, started by the launcher as its users start it.
///
/// @param home the repository's folder
record SteelyardSide(Path home) implements Side {
    private static final int WRITERS = 64;

    @Override
    public String name() {
        return Samples.STEELYARD;
    }

    @Override
    public ServerProcess.Command command(Path folder) {
        return port -> List.of(
                home.resolve("steelyard").toString(),
                "server",
                "--data",
                folder.resolve("data").toString(),
                "--port",
                Integer.toString(port),
                "--inference-port",
                "0");
    }

    /// Writes through the store, as a server would.
    @Override
    public String load(Path folder, RunTable table) throws IOException, InterruptedException {
        try (Platform platform = Platform.open(DataFolder.open(folder.resolve("data")));
                ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            TrackingStore store = platform.tracking();
            String experiment =
                    store.createExperiment(NewExperiment.named("searched")).id();
            AtomicInteger next = new AtomicInteger();
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                running.add(writers.submit(() -> {
                    for (int run = next.getAndIncrement(); run < table.runs(); run = next.getAndIncrement()) {
                        write(store, experiment, table, run);
                    }
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
            return experiment;
        } catch (ExecutionException e) {
            throw new IOException("the runs could not be written", e.getCause());
        }
    }

    private static void write(TrackingStore store, String experiment, RunTable table, int run) {
        long start = table.startTime(run);
        List<Metric> metrics = new ArrayList<>();
        for (int i = 0; i < table.metrics(); i++) {
            metrics.add(new Metric("metric_" + i, table.metric(run, i), start, 0));
        }
        Map<String, String> params = new HashMap<>();
        for (int i = 0; i < table.params(); i++) {
            params.put("param_" + i, table.param(run, i));
        }
        Map<String, String> tags = new HashMap<>();
        for (int i = 0; i < table.tags(); i++) {
            tags.put("tag_" + i, table.tag(run, i));
        }
        String id = store.createRun(new NewRun(experiment, table.name(run), "bench", start, tags))
                .id();
        store.log(id, RunBatch.of(metrics, params, Map.of()));
        store.updateRun(id, RunUpdate.ended(RunStatus.FINISHED, start + 500));
    }
}
