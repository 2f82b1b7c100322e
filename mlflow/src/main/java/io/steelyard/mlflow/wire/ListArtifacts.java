package io.steelyard.mlflow.wire;

import org.jspecify.annotations.Nullable;

/// The request `artifacts/list`.
///
/// @param runId the run's id
/// @param path the folder; absent: the run's root
/// @param pageToken passed over: an answer is always whole
public record ListArtifacts(
        @Required String runId,
        @Nullable String path,
        @Nullable String pageToken) {}
