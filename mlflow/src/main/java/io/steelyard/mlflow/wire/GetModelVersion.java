package io.steelyard.mlflow.wire;

/// The request `model-versions/get`.
///
/// @param name the registered model's name
/// @param version its number
public record GetModelVersion(
        @Required String name, @Required String version) {}
