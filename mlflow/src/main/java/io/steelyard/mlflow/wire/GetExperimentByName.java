package io.steelyard.mlflow.wire;

/// The request `experiments/get-by-name`.
///
/// @param experimentName its name
public record GetExperimentByName(@Required String experimentName) {}
