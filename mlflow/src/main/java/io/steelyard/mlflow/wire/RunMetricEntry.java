package io.steelyard.mlflow.wire;

import org.jspecify.annotations.Nullable;

/// A value of a metric, with its run.
///
/// @param key the key
/// @param value the value; on the wire NaN and the infinities are texts
/// @param timestamp when it was measured, in milliseconds since 1970-01-01 UTC
/// @param step the step
/// @param runId the run's id
public record RunMetricEntry(
        @Required String key,
        @Required Double value,
        @Required Long timestamp,
        @Nullable Long step,
        @Required String runId) {}
