package io.steelyard.mlflow.wire;

/// The request `model-versions/delete-tag`.
///
/// @param name the registered model's name
/// @param version the version's number
/// @param key the key
public record DeleteModelVersionTag(
        @Required String name,
        @Required String version,
        @Required String key) {}
