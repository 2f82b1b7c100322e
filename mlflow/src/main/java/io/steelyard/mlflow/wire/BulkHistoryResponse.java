package io.steelyard.mlflow.wire;

import java.util.List;

/// The answer to `metrics/get-history-bulk` and `metrics/get-history-bulk-interval`.
///
/// @param metrics the values
public record BulkHistoryResponse(List<RunMetricEntry> metrics) {
    public BulkHistoryResponse {
        metrics = Absent.asEmpty(metrics);
    }
}
