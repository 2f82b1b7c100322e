package io.steelyard.mlflow.wire;

import org.jspecify.annotations.Nullable;

/// A logged model that a run read.
///
/// @param modelId its id
public record ModelInputEntry(@Nullable String modelId) {}
