package io.steelyard.mlflow.wire;

import org.jspecify.annotations.Nullable;

/// The request `runs/log-metric`.
///
/// @param runId the run's id
/// @param key the key
/// @param value the value
/// @param timestamp when it was measured, in milliseconds since 1970-01-01 UTC
/// @param step the step; absent: 0
/// @param modelId the logged model that it belongs to too
/// @param datasetName the data set that it was measured on
/// @param datasetDigest that data set's digest
public record LogMetric(
        @Required String runId,
        @Required String key,
        @Required Double value,
        @Required Long timestamp,
        @Nullable Long step,
        @Nullable String modelId,
        @Nullable String datasetName,
        @Nullable String datasetDigest) {}
