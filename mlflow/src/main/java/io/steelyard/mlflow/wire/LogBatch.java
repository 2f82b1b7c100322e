package io.steelyard.mlflow.wire;

import java.util.List;

/// The request `runs/log-batch`.
///
/// @param runId its run
/// @param metrics 1,000 at most
/// @param params 100 at most
/// @param tags 100 at most
public record LogBatch(@Required String runId, List<MetricEntry> metrics, List<Entry> params, List<Entry> tags) {
    public LogBatch {
        metrics = Absent.asEmpty(metrics);
        params = Absent.asEmpty(params);
        tags = Absent.asEmpty(tags);
    }
}
