package io.steelyard.mlflow.wire;

/// The request `runs/delete`.
///
/// @param runId the run's id
public record DeleteRun(@Required String runId) {}
