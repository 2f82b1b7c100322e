package io.steelyard.mlflow.wire;

/// The request `experiments/restore`.
///
/// @param experimentId the experiment's id
public record RestoreExperiment(@Required String experimentId) {}
