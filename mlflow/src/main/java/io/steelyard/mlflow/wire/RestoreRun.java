package io.steelyard.mlflow.wire;

/// The request `runs/restore`.
///
/// @param runId the run's id
public record RestoreRun(@Required String runId) {}
