package io.steelyard.mlflow.wire;

/// The request `model-versions/delete`.
///
/// @param name the registered model's name
/// @param version the version's number
public record DeleteModelVersion(
        @Required String name, @Required String version) {}
