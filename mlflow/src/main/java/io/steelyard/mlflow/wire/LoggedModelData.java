package io.steelyard.mlflow.wire;

import java.util.List;

/// A logged model's parameters and figures.
///
/// @param params values by key; absent: none
/// @param metrics the latest value of each metric, for each data set and run that it was measured on and by
public record LoggedModelData(List<Entry> params, List<MetricEntry> metrics) {
    public LoggedModelData {
        params = Absent.asEmpty(params);
        metrics = Absent.asEmpty(metrics);
    }
}
