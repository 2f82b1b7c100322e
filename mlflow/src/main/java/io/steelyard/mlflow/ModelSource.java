package io.steelyard.mlflow;

import io.steelyard.mlflow.wire.CreateModelVersion;
import io.steelyard.mlflow.wire.WireJson;
import io.steelyard.registry.ModelVersion;
import io.steelyard.registry.RegisteredModel;
import io.steelyard.registry.RegistryStore;
import io.steelyard.tracking.LoggedModel;
import io.steelyard.tracking.TrackingException;
import io.steelyard.tracking.TrackingStore;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Where a model version comes from: which sources may be named by whom, and where the files of one stand.
final class ModelSource {
    private static final String PROMPT_TAG = "mlflow.prompt.is_prompt";
    private static final Set<String> PROMPT_SOURCES = Set.of("prompt-template", "dummy-source");
    private static final String VERSIONS_TAG = "mlflow.modelVersions";

    /// Where a version comes from.
    ///
    /// @param source where its model folder stands
    /// @param runId the run that made it; null: unknown
    /// @param modelId the logged model that it is; null: unknown
    /// @param location where the files lie, where the source names a logged model; null: the registry finds out
    record Lineage(
            String source,
            @Nullable String runId,
            @Nullable String modelId,
            @Nullable String location) {}

    private final TrackingStore tracking;
    private final RegistryStore registry;

    ModelSource(TrackingStore tracking, RegistryStore registry) {
        this.tracking = tracking;
        this.registry = registry;
    }

    /// Checks a new version's source and completes what is said of its origin.
    Lineage lineage(CreateModelVersion request, Map<String, String> tags) {
        String source = request.source();
        String runId = Entries.orNull(request.runId());
        String modelId = Entries.orNull(request.modelId());
        if (tags.getOrDefault(PROMPT_TAG, "false").equalsIgnoreCase("true")) {
            if (!PROMPT_SOURCES.contains(source)) {
                throw MlflowException.invalid(
                        "Invalid prompt source: '" + source + "'. Prompt sources must use an MLflow placeholder.");
            }
            return new Lineage(source, runId, modelId, null);
        }
        SourceUri uri = SourceUri.parse(source);
        Lineage lineage = uri.scheme().equals("models") && ModelUri.parse(uri) instanceof ModelUri.Version version
                ? ofVersion(request, version)
                : new Lineage(source, runId, modelId, null);
        requireSafe(uri, lineage);
        return withRun(lineage, uri.scheme());
    }

    private Lineage ofVersion(CreateModelVersion request, ModelUri.Version uri) {
        String source = request.source();
        RegisteredModel model = registry.model(uri.name());
        if (model.tags().getOrDefault(PROMPT_TAG, "false").equalsIgnoreCase("true")) {
            throw MlflowException.invalid("Invalid model version source: '" + source
                    + "'. Prompt versions cannot be used as model version sources.");
        }
        ModelVersion version = uri.in(registry);
        String runId = request.runId();
        String modelId = request.modelId();
        if ((runId != null && !runId.equals(Entries.text(version.runId())))
                || (modelId != null && !modelId.equals(Entries.text(version.modelId())))) {
            throw MlflowException.invalid("Invalid model version source: '" + source
                    + "'. The run_id and model_id request parameters must match the referenced model version.");
        }
        return new Lineage(
                "models:/" + version.modelName() + "/" + version.version(), version.runId(), version.modelId(), null);
    }

    private void requireSafe(SourceUri uri, Lineage lineage) {
        String owner = lineage.modelId() == null ? "run_id" : "model_id";
        if (uri.isLocal()) {
            throw MlflowException.invalid("Invalid model version source: '" + uri.text()
                    + "'. To use a local path as a model version source, the " + owner
                    + " request parameter has to be specified and the local path has to be contained within the artifact"
                    + " directory of the run specified by the " + owner + ".");
        }
        if (!uri.hasPlainPath()) {
            throw MlflowException.invalid("Invalid model version source: '" + uri.text()
                    + "'. If supplying a source as an http, https, local file path, ftp, objectstore, or mlflow-artifacts"
                    + " uri, an absolute path must be provided without relative path references present. Please provide an"
                    + " absolute path.");
        }
        boolean allowed = switch (uri.scheme()) {
            case "runs" ->
                uri.host().isEmpty()
                        && lineage.modelId() == null
                        && uri.path().split("/", -1)[1].equals(lineage.runId());
            case "models" ->
                switch (ModelUri.parse(uri)) {
                    case ModelUri.Version version -> true;
                    case ModelUri.LoggedModel model -> model.id().equals(lineage.modelId());
                };
            default -> !uri.isProxied() || uri.isWithin(root(uri, lineage));
        };
        if (!allowed) {
            // MLflow asks for the logged model wherever one is named.
            throw unidentified(uri.text(), uri.scheme().equals("models") ? "model_id" : owner);
        }
    }

    static MlflowException unidentified(String source, String owner) {
        return MlflowException.invalid("Invalid model version source: '" + source + "'. The " + owner
                + " request parameter must identify the resource that contains the source.");
    }

    /// Where the artifacts of the run or the logged model stand; empty: neither is said or known.
    private String root(SourceUri uri, Lineage lineage) {
        String modelId = lineage.modelId();
        String runId = lineage.runId();
        try {
            if (modelId != null) {
                return tracking.loggedModel(modelId).artifactUri();
            }
            return runId == null ? "" : tracking.run(runId).artifactUri();
        } catch (TrackingException e) {
            if (e.kind() == TrackingException.Kind.NOT_FOUND) {
                throw unidentified(uri.text(), modelId == null ? "run_id" : "model_id");
            }
            throw e;
        }
    }

    private Lineage withRun(Lineage lineage, String scheme) {
        String modelId = lineage.modelId();
        boolean named = scheme.equals("models")
                && !lineage.source().substring("models:/".length()).contains("/");
        if (modelId == null || (lineage.runId() != null && !named)) {
            return lineage;
        }
        LoggedModel model = tracking.loggedModel(modelId);
        return new Lineage(
                lineage.source(),
                lineage.runId() != null ? lineage.runId() : Entries.orNull(model.sourceRunId()),
                modelId,
                named ? model.artifactUri() : null);
    }

    /// Notes at a logged model that it became a version, as clients read it.
    void noteVersion(Lineage lineage, ModelVersion version) {
        String modelId = lineage.modelId();
        if (modelId == null || version.tags().getOrDefault(PROMPT_TAG, "false").equalsIgnoreCase("true")) {
            return;
        }
        ObjectNode entry = JsonNodeFactory.instance
                .objectNode()
                .put("name", version.modelName())
                .put("version", version.version());
        ArrayNode versions = noted(tracking.loggedModel(modelId).tags().get(VERSIONS_TAG));
        if (versions.valueStream().noneMatch(entry::equals)) {
            versions.add(entry);
        }
        tracking.setLoggedModelTags(
                modelId, Map.of(VERSIONS_TAG, new String(WireJson.write(versions), StandardCharsets.UTF_8)));
    }

    private static ArrayNode noted(@Nullable String json) {
        if (json != null) {
            try {
                JsonNode read = WireJson.read(json.getBytes(StandardCharsets.UTF_8));
                if (read instanceof ArrayNode array) {
                    return array;
                }
            } catch (JacksonException e) {
                // Somebody wrote something else into the tag: begin anew.
                return JsonNodeFactory.instance.arrayNode();
            }
        }
        return JsonNodeFactory.instance.arrayNode();
    }
}
