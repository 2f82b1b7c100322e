package io.steelyard.mlflow.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The request `metrics/get-history-bulk`.
///
/// @param runId the runs' ids
/// @param metricKey the metric's key
/// @param maxResults how many values the answer has at most; absent, or more: 25,000
public record GetMetricHistoryBulk(
        List<String> runId,
        @Nullable String metricKey,
        @Nullable Long maxResults) {
    public GetMetricHistoryBulk {
        runId = Absent.asEmpty(runId);
    }
}
