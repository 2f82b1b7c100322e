package io.steelyard.mlflow.wire;

import java.util.List;

/// What a run read.
///
/// @param datasetInputs its data sets
public record RunInputs(List<DatasetInputEntry> datasetInputs) {
    public RunInputs {
        datasetInputs = Absent.asEmpty(datasetInputs);
    }
}
