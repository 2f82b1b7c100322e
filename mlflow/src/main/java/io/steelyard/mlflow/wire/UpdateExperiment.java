package io.steelyard.mlflow.wire;

/// The request `experiments/update`.
///
/// @param experimentId the experiment's id
/// @param newName its new name
public record UpdateExperiment(
        @Required String experimentId, @Required String newName) {}
