package io.steelyard.mlflow.wire;

import org.jspecify.annotations.Nullable;

/// The request `runs/update`.
///
/// @param runId its id
/// @param status where it stands now; absent: unchanged
/// @param endTime when it ended, in milliseconds since 1970-01-01 UTC; absent: unchanged
/// @param runName its new name; absent: unchanged
public record UpdateRun(
        @Required String runId,
        @Nullable String status,
        @Nullable Long endTime,
        @Nullable String runName) {}
