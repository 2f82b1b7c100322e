package io.steelyard.mlflow.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer to `metrics/get-history`.
///
/// @param metrics the values
/// @param nextPageToken what to ask for the next part with; absent: this was the last
public record MetricHistoryResponse(
        List<MetricEntry> metrics, @Nullable String nextPageToken) {
    public MetricHistoryResponse {
        metrics = Absent.asEmpty(metrics);
    }
}
