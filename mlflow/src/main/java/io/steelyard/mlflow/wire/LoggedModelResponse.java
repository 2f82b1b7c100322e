package io.steelyard.mlflow.wire;

/// The answer to requests for a logged model.
///
/// @param model the model
public record LoggedModelResponse(@Required LoggedModelEntry model) {}
