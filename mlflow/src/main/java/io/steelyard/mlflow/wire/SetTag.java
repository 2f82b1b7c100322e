package io.steelyard.mlflow.wire;

import org.jspecify.annotations.Nullable;

/// The request `runs/set-tag`.
///
/// @param runId its run
/// @param key the key
/// @param value the value; absent: empty
public record SetTag(
        @Required String runId,
        @Required String key,
        @Nullable String value) {}
