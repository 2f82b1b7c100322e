package io.steelyard.mlflow.wire;

/// The request `DELETE logged-models/{model_id}`.
///
/// @param modelId the logged model's id
public record DeleteLoggedModel(@Required String modelId) {}
