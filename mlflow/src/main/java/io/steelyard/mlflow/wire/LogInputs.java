package io.steelyard.mlflow.wire;

import java.util.List;

/// The request `runs/log-inputs`.
///
/// @param runId its run
/// @param datasets the data sets
public record LogInputs(@Required String runId, List<DatasetInputEntry> datasets) {
    public LogInputs {
        datasets = Absent.asEmpty(datasets);
    }
}
