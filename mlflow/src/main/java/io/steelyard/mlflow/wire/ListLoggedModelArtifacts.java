package io.steelyard.mlflow.wire;

import org.jspecify.annotations.Nullable;

/// The request `logged-models/{model_id}/artifacts/directories`.
///
/// @param modelId the logged model's id
/// @param artifactDirectoryPath the folder; absent: the model's root
/// @param pageToken passed over: an answer is always whole
public record ListLoggedModelArtifacts(
        @Required String modelId,
        @Nullable String artifactDirectoryPath,
        @Nullable String pageToken) {}
