package io.steelyard.mlflow.wire;

import org.jspecify.annotations.Nullable;

/// The request `model-versions/transition-stage`.
///
/// @param name the registered model's name
/// @param version its number
/// @param stage where it moves
/// @param archiveExistingVersions whether the versions that stand there are archived; absent: no
public record TransitionStage(
        @Required String name,
        @Required String version,
        @Required String stage,
        @Nullable Boolean archiveExistingVersions) {}
