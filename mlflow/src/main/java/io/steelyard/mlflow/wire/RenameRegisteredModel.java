package io.steelyard.mlflow.wire;

/// The request `registered-models/rename`.
///
/// @param name the registered model's name
/// @param newName its new name
public record RenameRegisteredModel(
        @Required String name, @Required String newName) {}
