package io.steelyard.mlflow.wire;

import org.jspecify.annotations.Nullable;

/// The request `model-versions/update`.
///
/// @param name the registered model's name
/// @param version the version's number
/// @param description what people should know
public record UpdateModelVersion(
        @Required String name,
        @Required String version,
        @Nullable String description) {}
