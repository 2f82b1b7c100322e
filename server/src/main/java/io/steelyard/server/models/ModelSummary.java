package io.steelyard.server.models;

import io.steelyard.registry.ModelVersion;
import io.steelyard.registry.RegisteredModel;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A registered model, in short.
///
/// @param name its name
/// @param description what people should know; may be empty
/// @param created when it was made, in UTC, for example `2026-03-03T12:00:00Z`
/// @param latestVersion the greatest number of its versions; null: it has none
/// @param productionVersion the version in production; null: there is none
/// @param aliases which version each alias points at
/// @param tags values by key
public record ModelSummary(
        String name,
        String description,
        String created,
        @Nullable Integer latestVersion,
        @Nullable Integer productionVersion,
        Map<String, Integer> aliases,
        Map<String, String> tags) {
    static ModelSummary of(RegisteredModel model, @Nullable Integer production) {
        return new ModelSummary(
                model.name(),
                model.description(),
                Moments.text(model.createdAtMillis()),
                model.latestVersions().stream()
                        .map(ModelVersion::version)
                        .max(Integer::compare)
                        .orElse(null),
                production,
                new TreeMap<>(model.aliases()),
                new TreeMap<>(model.tags()));
    }
}
