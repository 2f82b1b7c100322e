package io.steelyard.mlflow.wire;

/// The request `runs/get`.
///
/// @param runId its id
public record GetRun(@Required String runId) {}
