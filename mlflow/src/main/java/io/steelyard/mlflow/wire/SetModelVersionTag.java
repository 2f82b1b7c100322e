package io.steelyard.mlflow.wire;

import org.jspecify.annotations.Nullable;

/// The request `model-versions/set-tag`.
///
/// @param name the registered model's name
/// @param version its number
/// @param key the key
/// @param value the value; absent: empty
public record SetModelVersionTag(
        @Required String name,
        @Required String version,
        @Required String key,
        @Nullable String value) {}
