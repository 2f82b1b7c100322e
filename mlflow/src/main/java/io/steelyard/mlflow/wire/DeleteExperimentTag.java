package io.steelyard.mlflow.wire;

/// The request `experiments/delete-experiment-tag`.
///
/// @param experimentId the experiment's id
/// @param key the key
public record DeleteExperimentTag(
        @Required String experimentId, @Required String key) {}
