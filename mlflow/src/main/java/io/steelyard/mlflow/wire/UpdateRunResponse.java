package io.steelyard.mlflow.wire;

/// The answer to `runs/update`.
///
/// @param runInfo the run after it
public record UpdateRunResponse(RunInfo runInfo) {}
