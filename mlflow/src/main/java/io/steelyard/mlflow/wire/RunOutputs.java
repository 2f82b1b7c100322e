package io.steelyard.mlflow.wire;

import java.util.List;

/// What models a run made.
///
/// @param modelOutputs the models
public record RunOutputs(List<ModelOutputEntry> modelOutputs) {
    public RunOutputs {
        modelOutputs = Absent.asEmpty(modelOutputs);
    }
}
