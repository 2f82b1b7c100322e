package io.steelyard.mlflow.wire;

/// The request `GET logged-models/{model_id}`.
///
/// @param modelId the logged model's id
public record GetLoggedModel(@Required String modelId) {}
