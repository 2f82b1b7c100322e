package io.steelyard.tracking.comparison;

import io.steelyard.tracking.Metric;
import io.steelyard.tracking.Run;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A run that was compared.
///
/// @param runId its id
/// @param runName its name; may be empty
/// @param status where it stands, for example `FINISHED`
/// @param startTime when it started, in milliseconds since 1970-01-01 UTC
/// @param configHash its parameter `config_hash`; null where it has none
/// @param metrics its values of the metrics that were compared; NaN is one
public record RunLine(
        String runId,
        String runName,
        String status,
        long startTime,
        @Nullable String configHash,
        Map<String, Double> metrics) {
    static final String CONFIG_HASH = "config_hash";

    public RunLine {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    static RunLine of(Run run, Collection<String> compared) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        for (String name : compared) {
            Metric metric = run.metrics().get(name);
            if (metric != null) {
                metrics.put(name, metric.value());
            }
        }
        return new RunLine(
                run.id(),
                run.name(),
                run.status().name(),
                run.startTimeMillis(),
                run.params().get(CONFIG_HASH),
                metrics);
    }
}
