package io.steelyard.mlflow.wire;

/// The request `experiments/get`.
///
/// @param experimentId its id
public record GetExperiment(@Required String experimentId) {}
