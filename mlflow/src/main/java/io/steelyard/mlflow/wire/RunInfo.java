package io.steelyard.mlflow.wire;

import org.jspecify.annotations.Nullable;

/// What is known of a run at its start and end.
///
/// @param runUuid its id, for old clients
/// @param experimentId its experiment
/// @param runName its name
/// @param userId who started it
/// @param status where it stands
/// @param startTime when it started, in milliseconds since 1970-01-01 UTC
/// @param endTime when it ended; absent: it has not
/// @param artifactUri where its artifacts stand
/// @param lifecycleStage `active` or `deleted`
/// @param runId its id
public record RunInfo(
        String runUuid,
        String experimentId,
        String runName,
        String userId,
        String status,
        Long startTime,
        @Nullable Long endTime,
        @Required String artifactUri,
        String lifecycleStage,
        @Required String runId) {}
