package io.steelyard.registry;

import java.util.List;
import java.util.Map;

/// A name under which versions of a model are kept.
///
/// @param name the name
/// @param description what people should know; empty: nothing
/// @param createdAtMillis when it was made, in milliseconds since 1970-01-01 UTC
/// @param lastUpdateTimeMillis when it or its versions last changed
/// @param tags values by key
/// @param aliases which version each alias points at
/// @param latestVersions the newest version of each stage that has one, by number
public record RegisteredModel(
        String name,
        String description,
        long createdAtMillis,
        long lastUpdateTimeMillis,
        Map<String, String> tags,
        Map<String, Integer> aliases,
        List<ModelVersion> latestVersions) {
    public RegisteredModel {
        tags = Map.copyOf(tags);
        aliases = Map.copyOf(aliases);
        latestVersions = List.copyOf(latestVersions);
    }
}
