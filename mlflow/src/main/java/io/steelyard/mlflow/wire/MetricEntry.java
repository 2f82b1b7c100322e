package io.steelyard.mlflow.wire;

import org.jspecify.annotations.Nullable;

/// A value of a metric.
///
/// @param key the key
/// @param value the value; on the wire NaN and the infinities are texts
/// @param timestamp when it was measured, in milliseconds since 1970-01-01 UTC
/// @param step the step; absent: 0
public record MetricEntry(
        @Required String key,
        @Required Double value,
        @Required Long timestamp,
        @Nullable Long step) {}
