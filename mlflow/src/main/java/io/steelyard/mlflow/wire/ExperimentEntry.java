package io.steelyard.mlflow.wire;

import java.util.List;

/// An experiment.
///
/// @param experimentId its id
/// @param name its name
/// @param artifactLocation the root of its artifacts
/// @param lifecycleStage `active` or `deleted`
/// @param lastUpdateTime when it was last changed, in milliseconds since 1970-01-01 UTC
/// @param creationTime when it was made
/// @param tags values by key; absent: none
public record ExperimentEntry(
        @Required String experimentId,
        @Required String name,
        String artifactLocation,
        @Required String lifecycleStage,
        Long lastUpdateTime,
        Long creationTime,
        List<Entry> tags) {
    public ExperimentEntry {
        tags = Absent.asEmpty(tags);
    }
}
