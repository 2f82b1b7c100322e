package io.steelyard.mlflow.wire;

import java.util.List;

/// The request `runs/log-inputs`.
///
/// @param runId the run's id
/// @param datasets the data sets
/// @param models the logged models
public record LogInputs(@Required String runId, List<DatasetInputEntry> datasets, List<ModelInputEntry> models) {
    public LogInputs {
        datasets = Absent.asEmpty(datasets);
        models = Absent.asEmpty(models);
    }
}
