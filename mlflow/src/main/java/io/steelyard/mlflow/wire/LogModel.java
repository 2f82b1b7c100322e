package io.steelyard.mlflow.wire;

/// The request `runs/log-model`.
///
/// @param runId the run's id
/// @param modelJson the model's file `MLmodel` as JSON
public record LogModel(@Required String runId, @Required String modelJson) {}
