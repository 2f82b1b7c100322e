package io.steelyard.mlflow.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The request `model-versions/create`.
///
/// @param name the registered model's name
/// @param source where the model folder stands
/// @param runId the run that made it
/// @param tags values by key; absent: none
/// @param runLink where people can look at the run
/// @param description what people should know
/// @param modelId the logged model that it is
public record CreateModelVersion(
        @Required String name,
        @Required String source,
        @Nullable String runId,
        List<Entry> tags,
        @Nullable String runLink,
        @Nullable String description,
        @Nullable String modelId) {
    public CreateModelVersion {
        tags = Absent.asEmpty(tags);
    }
}
