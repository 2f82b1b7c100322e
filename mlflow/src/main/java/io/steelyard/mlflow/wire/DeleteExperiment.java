package io.steelyard.mlflow.wire;

/// The request `experiments/delete`.
///
/// @param experimentId the experiment's id
public record DeleteExperiment(@Required String experimentId) {}
