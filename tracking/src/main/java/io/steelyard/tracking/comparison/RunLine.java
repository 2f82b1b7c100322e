package io.steelyard.tracking.comparison;

import io.steelyard.tracking.Run;
import org.jspecify.annotations.Nullable;

/// A run that was compared.
///
/// @param runId its id
/// @param runName its name; may be empty
/// @param status where it stands, for example `FINISHED`
/// @param startTime when it started, in milliseconds since 1970-01-01 UTC
/// @param configHash its parameter `config_hash`; null where it has none
public record RunLine(
        String runId, String runName, String status, long startTime, @Nullable String configHash) {
    static final String CONFIG_HASH = "config_hash";

    static RunLine of(Run run) {
        return new RunLine(
                run.id(),
                run.name(),
                run.status().name(),
                run.startTimeMillis(),
                run.params().get(CONFIG_HASH));
    }
}
