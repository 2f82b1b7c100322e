package io.steelyard.mlflow.wire;

import java.util.List;

/// A version of a registered model.
///
/// @param name the registered model's name
/// @param version its number
/// @param creationTimestamp when it was registered, in milliseconds since 1970-01-01 UTC
/// @param lastUpdatedTimestamp when it was last changed
/// @param currentStage `None`, `Staging`, `Production` or `Archived`
/// @param description what people should know
/// @param source where the model folder stands
/// @param runId the run that made it; empty: unknown
/// @param status `READY`
/// @param tags values by key; absent: none
/// @param runLink always empty
/// @param aliases the aliases that point at it; absent inside of a registered model
public record ModelVersionEntry(
        String name,
        @Required String version,
        Long creationTimestamp,
        Long lastUpdatedTimestamp,
        String currentStage,
        String description,
        String source,
        String runId,
        String status,
        List<Entry> tags,
        String runLink,
        List<String> aliases) {
    public ModelVersionEntry {
        tags = Absent.asEmpty(tags);
        aliases = Absent.asEmpty(aliases);
    }
}
