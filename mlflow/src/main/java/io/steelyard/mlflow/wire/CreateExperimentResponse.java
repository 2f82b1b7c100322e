package io.steelyard.mlflow.wire;

/// The answer to `experiments/create`.
///
/// @param experimentId the new experiment's id
public record CreateExperimentResponse(@Required String experimentId) {}
