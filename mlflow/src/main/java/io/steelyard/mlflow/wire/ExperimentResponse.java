package io.steelyard.mlflow.wire;

/// The answer to `experiments/get` and `experiments/get-by-name`.
///
/// @param experiment the experiment
public record ExperimentResponse(@Required ExperimentEntry experiment) {}
