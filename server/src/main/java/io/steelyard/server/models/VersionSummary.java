package io.steelyard.server.models;

import io.steelyard.registry.ModelVersion;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A version of a registered model.
///
/// @param name the model's name
/// @param version its number
/// @param stage `development`, `staging`, `production` or `archived`
/// @param aliases the aliases that point at it
/// @param created when it was registered, in UTC
/// @param runId the run that made it; null: unknown
/// @param source where the model folder stands
/// @param description what people should know; may be empty
/// @param metrics what it was weighed by when it was registered
/// @param configHash the configuration's hash; null: unknown
/// @param dataVersion which data it was trained on; null: unknown
/// @param gitCommit which code trained it; null: unknown
/// @param tags values by key
public record VersionSummary(
        String name,
        int version,
        String stage,
        List<String> aliases,
        String created,
        @Nullable String runId,
        String source,
        String description,
        Map<String, Double> metrics,
        @Nullable String configHash,
        @Nullable String dataVersion,
        @Nullable String gitCommit,
        Map<String, String> tags) {
    static VersionSummary of(ModelVersion version) {
        return new VersionSummary(
                version.modelName(),
                version.version(),
                version.stage().toString(),
                version.aliases(),
                Moments.text(version.createdAtMillis()),
                version.runId(),
                version.artifactPath(),
                version.description(),
                new TreeMap<>(version.metrics()),
                version.configHash(),
                version.dataVersion(),
                version.gitCommit(),
                new TreeMap<>(version.tags()));
    }
}
