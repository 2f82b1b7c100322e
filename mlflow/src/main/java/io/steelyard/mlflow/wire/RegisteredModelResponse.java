package io.steelyard.mlflow.wire;

/// The answer to requests for a registered model.
///
/// @param registeredModel the model
public record RegisteredModelResponse(RegisteredModelEntry registeredModel) {}
