package io.steelyard.mlflow.wire;

import org.jspecify.annotations.Nullable;

/// The request `metrics/get-history`.
///
/// @param runId its run
/// @param metricKey the metric's key
/// @param maxResults how many values the answer has at most; absent or 0: all
/// @param pageToken where it begins; absent: at the beginning
public record GetMetricHistory(
        @Required String runId,
        @Required String metricKey,
        @Nullable Long maxResults,
        @Nullable String pageToken) {}
