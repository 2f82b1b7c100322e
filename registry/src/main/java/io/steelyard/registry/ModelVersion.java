package io.steelyard.registry;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One version of a registered model.
///
/// @param modelName the registered model's name
/// @param version its number, from 1
/// @param stage how far it has come
/// @param metrics what it was weighed by when it was registered, by name; NaN is possible
/// @param configHash the configuration's hash; null: unknown
/// @param dataVersion which data it was trained on; null: unknown
/// @param gitCommit which code trained it; null: unknown
/// @param createdAtMillis when it was registered, in milliseconds since 1970-01-01 UTC
/// @param lastUpdateTimeMillis when it was last changed
/// @param artifactPath where the model folder stands (MLflow's `source`), for example
///     `mlflow-artifacts:/1/0af…/artifacts/model`
/// @param runId the run that made it; null: unknown
/// @param modelId the logged model that it is; null: unknown
/// @param runLink where people can look at the run; empty: nobody said
/// @param description what people should know; empty: nothing
/// @param tags values by key
/// @param aliases the aliases that point at it now, by alphabet
public record ModelVersion(
        String modelName,
        int version,
        ModelStage stage,
        Map<String, Double> metrics,
        @Nullable String configHash,
        @Nullable String dataVersion,
        @Nullable String gitCommit,
        long createdAtMillis,
        long lastUpdateTimeMillis,
        String artifactPath,
        @Nullable String runId,
        @Nullable String modelId,
        String runLink,
        String description,
        Map<String, String> tags,
        List<String> aliases) {
    public ModelVersion {
        metrics = Map.copyOf(metrics);
        tags = Map.copyOf(tags);
        aliases = List.copyOf(aliases);
    }
}
