package io.steelyard.mlflow.wire;

import org.jspecify.annotations.Nullable;

/// The request `registered-models/set-tag`.
///
/// @param name the registered model's name
/// @param key the key
/// @param value the value; absent: empty
public record SetRegisteredModelTag(
        @Required String name,
        @Required String key,
        @Nullable String value) {}
