package io.steelyard.server;

import io.steelyard.client.RegisteredVersion;
import io.steelyard.client.TrackedRun;
import io.steelyard.client.TrackingClient;
import io.steelyard.tracking.ExperimentConfig;
import io.steelyard.tracking.Run;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The code of docs/client.md.
final class TrackingGuide {
    private TrackingGuide() {}

    static String experiment(String server) {
        try (TrackingClient client = TrackingClient.connect(URI.create(server))) {
            ExperimentConfig config =
                    ExperimentConfig.of("xgboost", 0.1, 32, 10, 42, "v1", List.of("distance", "hour"));
            return client.trackedExperiment("flights", config, Map.of("team", "risk"), run -> {
                for (int epoch = 0; epoch < 10; epoch++) {
                    run.metrics(Map.of("loss", 1.0 / (epoch + 1), "auc", 0.9), epoch);
                }
                return run.id();
            });
        }
    }

    static Path model(TrackingClient client, Path folder, Path target) {
        try (TrackedRun run = client.start("flights", "by hand", Map.of())) {
            run.param("rate", "0.1");
            run.metric("loss", 0.25, 1);
            int version = run.model(folder, "model", "flights");
            client.promote("flights", version, "all gates passed");
            run.finish();
        }
        RegisteredVersion production = client.versionByAlias("flights", "production");
        return client.download(production, target);
    }

    static Run best(TrackingClient client) {
        return client.searchRuns(List.of("flights"), "metrics.loss < 0.5", List.of("metrics.loss ASC"))
                .findFirst()
                .orElseThrow();
    }
}
