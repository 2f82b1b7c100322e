package io.steelyard.mlflow.wire;

import java.util.List;

/// The answer to `metrics/get-history-bulk-interval`.
///
/// @param metrics the values
public record IntervalHistoryResponse(List<RunMetricEntry> metrics) {
    public IntervalHistoryResponse {
        metrics = Absent.asEmpty(metrics);
    }
}
