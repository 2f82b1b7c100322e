package io.steelyard.client;

import io.steelyard.mlflow.wire.ModelVersionEntry;
import java.util.List;
import java.util.Map;

/// A version of a registered model, as a server tells of it.
///
/// @param name the registered model's name
/// @param version its number, from 1
/// @param stage MLflow's word: `None`, `Staging`, `Production` or `Archived`
/// @param source where the model folder stands, for example `mlflow-artifacts:/1/0af…/artifacts/model`
/// @param runId the run that made it; empty: unknown
/// @param description what people should know; may be empty
/// @param createdAtMillis when it was registered, in milliseconds since 1970-01-01 UTC
/// @param tags values by key
/// @param aliases the aliases that point at it
public record RegisteredVersion(
        String name,
        int version,
        String stage,
        String source,
        String runId,
        String description,
        long createdAtMillis,
        Map<String, String> tags,
        List<String> aliases) {
    public RegisteredVersion {
        tags = Map.copyOf(tags);
        aliases = List.copyOf(aliases);
    }

    static RegisteredVersion of(ModelVersionEntry entry) {
        return new RegisteredVersion(
                entry.name(),
                Integer.parseInt(entry.version()),
                WireText.of(entry.currentStage()),
                WireText.of(entry.source()),
                WireText.of(entry.runId()),
                WireText.of(entry.description()),
                entry.creationTimestamp(),
                WireText.map(entry.tags()),
                entry.aliases());
    }
}
