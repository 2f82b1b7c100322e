package io.steelyard.mlflow.wire;

/// The answer to `runs/create` and `runs/get`.
///
/// @param run the run
public record RunResponse(@Required RunEntry run) {}
