package io.steelyard.mlflow.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A registered model.
///
/// @param name its name
/// @param creationTimestamp when it was made, in milliseconds since 1970-01-01 UTC
/// @param lastUpdatedTimestamp when it or its versions last changed
/// @param description what people should know
/// @param latestVersions the newest version of each stage
/// @param tags values by key; absent: none
/// @param aliases its aliases
public record RegisteredModelEntry(
        String name,
        Long creationTimestamp,
        Long lastUpdatedTimestamp,
        @Nullable String description,
        List<ModelVersionEntry> latestVersions,
        List<Entry> tags,
        List<AliasEntry> aliases) {
    public RegisteredModelEntry {
        latestVersions = Absent.asEmpty(latestVersions);
        tags = Absent.asEmpty(tags);
        aliases = Absent.asEmpty(aliases);
    }
}
