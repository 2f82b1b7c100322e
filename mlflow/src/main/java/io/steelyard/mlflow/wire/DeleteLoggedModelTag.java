package io.steelyard.mlflow.wire;

/// The request `DELETE logged-models/{model_id}/tags/{tag_key}`.
///
/// @param modelId the logged model's id
/// @param tagKey the tag's key
public record DeleteLoggedModelTag(
        @Required String modelId, @Required String tagKey) {}
