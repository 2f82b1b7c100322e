package io.steelyard.mlflow;

import io.steelyard.mlflow.wire.AliasEntry;
import io.steelyard.mlflow.wire.ModelVersionEntry;
import io.steelyard.mlflow.wire.RegisteredModelEntry;
import io.steelyard.registry.ModelVersion;
import io.steelyard.registry.RegisteredModel;
import java.util.List;
import java.util.Map;

/// Registered models and versions in MLflow's spelling.
final class ModelEntries {
    private static final String READY = "READY";

    private ModelEntries() {}

    static ModelVersionEntry of(ModelVersion version) {
        return of(version, version.aliases());
    }

    /// As in MLflow the versions inside of a model, and those that a search finds, do not repeat the aliases.
    static ModelVersionEntry listed(ModelVersion version) {
        return of(version, List.of());
    }

    private static ModelVersionEntry of(ModelVersion version, List<String> aliases) {
        return new ModelVersionEntry(
                version.modelName(),
                Integer.toString(version.version()),
                version.createdAtMillis(),
                version.lastUpdateTimeMillis(),
                version.stage().mlflowName(),
                version.description(),
                version.artifactPath(),
                Entries.text(version.runId()),
                READY,
                Entries.of(version.tags()),
                version.runLink(),
                aliases);
    }

    static RegisteredModelEntry of(RegisteredModel model) {
        return new RegisteredModelEntry(
                model.name(),
                model.createdAtMillis(),
                model.lastUpdateTimeMillis(),
                model.description().isEmpty() ? null : model.description(),
                model.latestVersions().stream().map(ModelEntries::listed).toList(),
                Entries.of(model.tags()),
                model.aliases().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> new AliasEntry(e.getKey(), e.getValue().toString()))
                        .toList());
    }
}
