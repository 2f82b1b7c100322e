package io.steelyard.mlflow.wire;

import org.jspecify.annotations.Nullable;

/// The request `registered-models/update`.
///
/// @param name the registered model's name
/// @param description what people should know
public record UpdateRegisteredModel(
        @Required String name, @Nullable String description) {}
