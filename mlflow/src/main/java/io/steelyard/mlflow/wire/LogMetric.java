package io.steelyard.mlflow.wire;

import org.jspecify.annotations.Nullable;

/// The request `runs/log-metric`.
///
/// @param runId its run
/// @param key the key
/// @param value the value
/// @param timestamp when it was measured, in milliseconds since 1970-01-01 UTC
/// @param step the step; absent: 0
public record LogMetric(
        @Required String runId,
        @Required String key,
        @Required Double value,
        @Required Long timestamp,
        @Nullable Long step) {}
