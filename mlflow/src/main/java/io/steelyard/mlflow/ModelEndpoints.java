package io.steelyard.mlflow;

import io.steelyard.mlflow.wire.CreateModelVersion;
import io.steelyard.mlflow.wire.CreateRegisteredModel;
import io.steelyard.mlflow.wire.Empty;
import io.steelyard.mlflow.wire.GetAlias;
import io.steelyard.mlflow.wire.GetModelVersion;
import io.steelyard.mlflow.wire.GetRegisteredModel;
import io.steelyard.mlflow.wire.ModelVersionResponse;
import io.steelyard.mlflow.wire.RegisteredModelResponse;
import io.steelyard.mlflow.wire.SetAlias;
import io.steelyard.mlflow.wire.SetModelVersionTag;
import io.steelyard.mlflow.wire.TransitionStage;
import io.steelyard.registry.Archiving;
import io.steelyard.registry.Attribution;
import io.steelyard.registry.ModelStage;
import io.steelyard.registry.ModelVersion;
import io.steelyard.registry.NewModelVersion;
import io.steelyard.registry.RegistryRules;
import io.steelyard.registry.RegistryStore;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.TrackingException;
import io.steelyard.tracking.TrackingStore;
import java.util.Map;
import java.util.Optional;

/// The endpoints `registered-models/…` and `model-versions/…`.
final class ModelEndpoints {
    private final TrackingStore tracking;
    private final RegistryStore registry;

    ModelEndpoints(TrackingStore tracking, RegistryStore registry) {
        this.tracking = tracking;
        this.registry = registry;
    }

    RegisteredModelResponse create(CreateRegisteredModel request) {
        return new RegisteredModelResponse(ModelEntries.of(registry.createModel(
                request.name(), Entries.text(request.description()), Entries.map(request.tags()))));
    }

    RegisteredModelResponse get(GetRegisteredModel request) {
        return new RegisteredModelResponse(ModelEntries.of(registry.model(request.name())));
    }

    /// A run that is known here gives the version its metrics and its origin.
    ModelVersionResponse createVersion(CreateModelVersion request) {
        ModelSource.requireSafe(request.source());
        String runId = Entries.text(request.runId());
        String description = Entries.text(request.description());
        Map<String, String> tags = Entries.map(request.tags());
        NewModelVersion version = run(runId)
                .map(run -> NewModelVersion.of(request.name(), request.source(), run, description, tags))
                .orElseGet(() -> new NewModelVersion(
                        request.name(),
                        request.source(),
                        runId.isEmpty() ? null : runId,
                        null,
                        "",
                        Map.of(),
                        null,
                        null,
                        null,
                        description,
                        tags));
        return response(registry.createVersion(version));
    }

    private Optional<Run> run(String id) {
        try {
            return id.isEmpty() ? Optional.empty() : Optional.of(tracking.run(id));
        } catch (TrackingException e) {
            return switch (e.kind()) {
                // A version may come from another server's run.
                case NOT_FOUND -> Optional.empty();
                case ALREADY_EXISTS, INVALID, INVALID_STATE -> throw e;
            };
        }
    }

    ModelVersionResponse version(GetModelVersion request) {
        return response(registry.version(request.name(), number(request.name(), request.version())));
    }

    ModelVersionResponse transition(TransitionStage request) {
        boolean archive = Boolean.TRUE.equals(request.archiveExistingVersions());
        return response(registry.transition(
                request.name(),
                number(request.name(), request.version()),
                ModelStage.parse(request.stage()),
                archive ? Archiving.ARCHIVE_OTHERS : Archiving.KEEP_OTHERS,
                Attribution.NONE));
    }

    Empty setVersionTag(SetModelVersionTag request) {
        registry.setVersionTag(
                request.name(),
                number(request.name(), request.version()),
                request.key(),
                Entries.text(request.value()));
        return new Empty();
    }

    Empty setAlias(SetAlias request) {
        RegistryRules.requireModelName(request.name());
        RegistryRules.requireFreeAlias(request.alias());
        registry.setAlias(request.name(), request.alias(), number(request.name(), request.version()), Attribution.NONE);
        return new Empty();
    }

    ModelVersionResponse versionByAlias(GetAlias request) {
        return response(registry.versionByAlias(request.name(), request.alias()));
    }

    private static ModelVersionResponse response(ModelVersion version) {
        return new ModelVersionResponse(ModelEntries.of(version, version.aliases()));
    }

    private static int number(String name, String version) {
        RegistryRules.requireModelName(name);
        try {
            return Integer.parseInt(version);
        } catch (NumberFormatException e) {
            throw MlflowException.invalid("Parameter 'version' must be an integer, got '" + version + "'.");
        }
    }
}
