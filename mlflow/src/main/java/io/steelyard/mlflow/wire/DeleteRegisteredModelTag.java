package io.steelyard.mlflow.wire;

/// The request `registered-models/delete-tag`.
///
/// @param name the registered model's name
/// @param key the key
public record DeleteRegisteredModelTag(
        @Required String name, @Required String key) {}
