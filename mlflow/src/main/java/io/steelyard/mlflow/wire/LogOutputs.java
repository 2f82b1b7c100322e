package io.steelyard.mlflow.wire;

import java.util.List;

/// The request `runs/outputs`.
///
/// @param runId the run's id
/// @param models the models
public record LogOutputs(@Required String runId, @Required List<ModelOutputEntry> models) {
    public LogOutputs {
        models = Absent.asEmpty(models);
    }
}
