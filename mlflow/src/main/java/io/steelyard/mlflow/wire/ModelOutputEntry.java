package io.steelyard.mlflow.wire;

import org.jspecify.annotations.Nullable;

/// A logged model that a run made.
///
/// @param modelId its id
/// @param step the step at which it was made; absent: 0
public record ModelOutputEntry(
        @Nullable String modelId, @Nullable Long step) {}
