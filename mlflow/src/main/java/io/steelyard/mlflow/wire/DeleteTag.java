package io.steelyard.mlflow.wire;

/// The request `runs/delete-tag`.
///
/// @param runId the run's id
/// @param key the key
public record DeleteTag(@Required String runId, @Required String key) {}
