package io.steelyard.mlflow.wire;

import java.util.List;

/// What a run read.
///
/// @param datasetInputs its data sets
/// @param modelInputs its logged models
public record RunInputs(List<DatasetInputEntry> datasetInputs, List<ModelInputEntry> modelInputs) {
    public RunInputs {
        datasetInputs = Absent.asEmpty(datasetInputs);
        modelInputs = Absent.asEmpty(modelInputs);
    }
}
