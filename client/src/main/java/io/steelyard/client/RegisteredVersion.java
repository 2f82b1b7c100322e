package io.steelyard.client;

import io.steelyard.mlflow.wire.Entry;
import io.steelyard.mlflow.wire.ModelVersionEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
                text(entry.currentStage()),
                text(entry.source()),
                text(entry.runId()),
                text(entry.description()),
                entry.creationTimestamp(),
                values(entry.tags()),
                entry.aliases());
    }

    /// MLflow leaves out what is empty.
    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    static Map<String, String> values(List<Entry> entries) {
        Map<String, String> values = new HashMap<>();
        entries.forEach(entry -> values.put(entry.key(), text(entry.value())));
        return values;
    }
}
