package io.steelyard.mlflow.wire;

import org.jspecify.annotations.Nullable;

/// The request `experiments/set-experiment-tag`.
///
/// @param experimentId the experiment's id
/// @param key the key
/// @param value the value; absent: empty
public record SetExperimentTag(
        @Required String experimentId,
        @Required String key,
        @Nullable String value) {}
