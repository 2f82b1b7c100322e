package io.steelyard.mlflow.wire;

/// The request `registered-models/get`.
///
/// @param name its name
public record GetRegisteredModel(@Required String name) {}
