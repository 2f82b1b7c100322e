package io.steelyard.mlflow.wire;

import org.jspecify.annotations.Nullable;

/// A tag or a parameter.
///
/// @param key the key
/// @param value the value; absent: empty
public record Entry(@Required String key, @Nullable String value) {}
