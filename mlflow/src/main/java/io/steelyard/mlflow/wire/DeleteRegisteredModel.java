package io.steelyard.mlflow.wire;

/// The request `registered-models/delete`.
///
/// @param name the registered model's name
public record DeleteRegisteredModel(@Required String name) {}
