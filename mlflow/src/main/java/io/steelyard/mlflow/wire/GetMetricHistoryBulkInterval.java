package io.steelyard.mlflow.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The request `metrics/get-history-bulk-interval`.
///
/// @param runIds the runs' ids
/// @param metricKey the metric's key
/// @param startStep the first step that counts; absent: all steps do
/// @param endStep the last step that counts; absent: all steps do
/// @param maxResults how many values the answer has at most of each run, 1 to 2,500; absent: 2,500
public record GetMetricHistoryBulkInterval(
        @Required List<String> runIds,
        @Required String metricKey,
        @Nullable Long startStep,
        @Nullable Long endStep,
        @Nullable Long maxResults) {
    public GetMetricHistoryBulkInterval {
        runIds = Absent.asEmpty(runIds);
    }
}
