package io.steelyard.mlflow.wire;

/// The request `PATCH logged-models/{model_id}`.
///
/// @param modelId the logged model's id
/// @param status how writing its files ended
public record FinalizeLoggedModel(
        @Required String modelId, @Required ModelStatus status) {}
