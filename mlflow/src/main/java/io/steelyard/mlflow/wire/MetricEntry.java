package io.steelyard.mlflow.wire;

import org.jspecify.annotations.Nullable;

/// A value of a metric.
///
/// @param key the key
/// @param value the value; on the wire NaN and the infinities are texts
/// @param timestamp when it was measured, in milliseconds since 1970-01-01 UTC
/// @param step the step; absent: 0
/// @param datasetName the data set that it was measured on
/// @param datasetDigest that data set's digest
/// @param modelId the logged model that it belongs to too
/// @param runId the run that measured it, said of a logged model's values alone
public record MetricEntry(
        @Required String key,
        @Required Double value,
        @Required Long timestamp,
        @Nullable Long step,
        @Nullable String datasetName,
        @Nullable String datasetDigest,
        @Nullable String modelId,
        @Nullable String runId) {
    /// A value that belongs to a run alone.
    ///
    /// @param key the key
    /// @param value the value
    /// @param timestamp when it was measured, in milliseconds since 1970-01-01 UTC
    /// @param step the step; null: 0
    public MetricEntry(String key, Double value, Long timestamp, @Nullable Long step) {
        this(key, value, timestamp, step, null, null, null, null);
    }
}
