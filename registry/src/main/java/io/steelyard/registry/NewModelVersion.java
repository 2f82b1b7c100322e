package io.steelyard.registry;

import io.steelyard.tracking.Metric;
import io.steelyard.tracking.Run;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a version is made of.
///
/// @param modelName the registered model's name
/// @param artifactPath where the model folder stands
/// @param runId the run that made it; null: unknown
/// @param modelId the logged model that it is; null: unknown
/// @param runLink where people can look at the run; empty: nobody said
/// @param metrics what it was weighed by
/// @param configHash the configuration's hash; null: unknown
/// @param dataVersion which data it was trained on; null: unknown
/// @param gitCommit which code trained it; null: unknown
/// @param description what people should know; may be empty
/// @param tags values by key
/// @param storageLocation where the files lie, if `artifactPath` only names another model (`models:/…`); null: the store
///     finds out, see [RegistryStore#createVersion]
public record NewModelVersion(
        String modelName,
        String artifactPath,
        @Nullable String runId,
        @Nullable String modelId,
        String runLink,
        Map<String, Double> metrics,
        @Nullable String configHash,
        @Nullable String dataVersion,
        @Nullable String gitCommit,
        String description,
        Map<String, String> tags,
        @Nullable String storageLocation) {
    private static final String CONFIG_HASH = "config_hash";
    private static final String DATA_VERSION = "data_version";
    private static final String GIT_COMMIT = "git_commit";
    private static final String MLFLOW_GIT_COMMIT = "mlflow.source.git.commit";

    /// @throws RegistryException of kind INVALID for a name or a tag's key that is none
    public NewModelVersion {
        RegistryRules.requireModelName(modelName);
        tags.forEach(RegistryRules::requireTag);
        metrics = Map.copyOf(metrics);
        tags = Map.copyOf(tags);
    }

    /// Makes one whose files lie where `artifactPath` says.
    ///
    /// @param modelName the registered model's name
    /// @param artifactPath where the model folder stands
    /// @param runId the run that made it; null: unknown
    /// @param modelId the logged model that it is; null: unknown
    /// @param runLink where people can look at the run; empty: nobody said
    /// @param metrics what it was weighed by
    /// @param configHash the configuration's hash; null: unknown
    /// @param dataVersion which data it was trained on; null: unknown
    /// @param gitCommit which code trained it; null: unknown
    /// @param description what people should know; may be empty
    /// @param tags values by key
    public NewModelVersion(
            String modelName,
            String artifactPath,
            @Nullable String runId,
            @Nullable String modelId,
            String runLink,
            Map<String, Double> metrics,
            @Nullable String configHash,
            @Nullable String dataVersion,
            @Nullable String gitCommit,
            String description,
            Map<String, String> tags) {
        this(
                modelName,
                artifactPath,
                runId,
                modelId,
                runLink,
                metrics,
                configHash,
                dataVersion,
                gitCommit,
                description,
                tags,
                null);
    }

    /// Makes one that says only where the model is.
    ///
    /// @param modelName the registered model's name
    /// @param artifactPath where the model folder stands
    /// @return the new version
    public static NewModelVersion of(String modelName, String artifactPath) {
        return new NewModelVersion(modelName, artifactPath, null, null, "", Map.of(), null, null, null, "", Map.of());
    }

    /// Makes one of a run: the metrics are the run's latest; the configuration's hash, the data version and the commit
    /// are those of the tags `config_hash`, `data_version` and `git_commit` given here, else of the run's parameters or
    /// tags of these names (for the commit also its tag `mlflow.source.git.commit`), else unknown.
    ///
    /// @param modelName the registered model's name
    /// @param artifactPath where the model folder stands
    /// @param run the run
    /// @param description what people should know; may be empty
    /// @param tags the version's tags
    /// @return the new version
    public static NewModelVersion of(
            String modelName, String artifactPath, Run run, String description, Map<String, String> tags) {
        Map<String, String> known = new HashMap<>();
        String mlflowCommit = run.tags().get(MLFLOW_GIT_COMMIT);
        if (mlflowCommit != null) {
            known.put(GIT_COMMIT, mlflowCommit);
        }
        known.putAll(run.tags());
        known.putAll(run.params());
        known.putAll(tags);
        Map<String, Double> metrics = new HashMap<>();
        for (Metric metric : run.metrics().values()) {
            metrics.put(metric.key(), metric.value());
        }
        return new NewModelVersion(
                modelName,
                artifactPath,
                run.id(),
                null,
                "",
                metrics,
                known.get(CONFIG_HASH),
                known.get(DATA_VERSION),
                known.get(GIT_COMMIT),
                description,
                tags);
    }

    /// Says where the files lie.
    ///
    /// @param location for example `mlflow-artifacts:/1/models/m-…/artifacts`
    /// @return a copy that says so
    public NewModelVersion storedAt(String location) {
        return new NewModelVersion(
                modelName,
                artifactPath,
                runId,
                modelId,
                runLink,
                metrics,
                configHash,
                dataVersion,
                gitCommit,
                description,
                tags,
                location);
    }

    /// Takes over from the version that it is a copy of what it does not say itself: run, logged model, metrics and
    /// origin.
    ///
    /// @param original the version
    /// @param location where the original's files lie
    /// @return a copy that says so
    public NewModelVersion copying(ModelVersion original, String location) {
        return new NewModelVersion(
                modelName,
                artifactPath,
                runId == null ? original.runId() : runId,
                modelId == null ? original.modelId() : modelId,
                runLink,
                metrics.isEmpty() ? original.metrics() : metrics,
                configHash == null ? original.configHash() : configHash,
                dataVersion == null ? original.dataVersion() : dataVersion,
                gitCommit == null ? original.gitCommit() : gitCommit,
                description,
                tags,
                location);
    }
}
