package io.steelyard.mlflow.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of a logged model beside its figures.
///
/// @param modelId the logged model's id
/// @param experimentId the experiment's id
/// @param name its name
/// @param creationTimestampMs when it was made, in milliseconds since 1970-01-01 UTC
/// @param lastUpdatedTimestampMs when it was last changed
/// @param artifactUri where its files stand
/// @param status where it stands
/// @param modelType what kind of model it is
/// @param sourceRunId the run that made it
/// @param tags values by key; absent: none
public record LoggedModelInfo(
        @Required String modelId,
        String experimentId,
        String name,
        Long creationTimestampMs,
        Long lastUpdatedTimestampMs,
        @Required String artifactUri,
        ModelStatus status,
        String modelType,
        @Nullable String sourceRunId,
        List<Entry> tags) {
    public LoggedModelInfo {
        tags = Absent.asEmpty(tags);
    }
}
