package io.steelyard.mlflow.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/// The answer to `metrics/get-history-bulk`.
///
/// @param metrics the values; an empty list is there too
public record BulkHistoryResponse(
        @JsonInclude(JsonInclude.Include.ALWAYS) List<RunMetricEntry> metrics) {
    public BulkHistoryResponse {
        metrics = Absent.asEmpty(metrics);
    }
}
