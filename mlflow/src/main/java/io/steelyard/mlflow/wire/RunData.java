package io.steelyard.mlflow.wire;

import java.util.List;

/// What a run recorded.
///
/// @param metrics the latest value of each metric
/// @param params its parameters
/// @param tags values by key; absent: none
public record RunData(List<MetricEntry> metrics, List<Entry> params, List<Entry> tags) {
    public RunData {
        metrics = Absent.asEmpty(metrics);
        params = Absent.asEmpty(params);
        tags = Absent.asEmpty(tags);
    }
}
