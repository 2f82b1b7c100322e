package io.steelyard.mlflow;

import static io.steelyard.mlflow.MlflowRoute.Method.DELETE;
import static io.steelyard.mlflow.MlflowRoute.Method.GET;
import static io.steelyard.mlflow.MlflowRoute.Method.PATCH;
import static io.steelyard.mlflow.MlflowRoute.Method.POST;

import io.steelyard.mlflow.wire.CreateModelVersion;
import io.steelyard.mlflow.wire.DeleteModelVersion;
import io.steelyard.mlflow.wire.DeleteModelVersionTag;
import io.steelyard.mlflow.wire.DownloadUriResponse;
import io.steelyard.mlflow.wire.Empty;
import io.steelyard.mlflow.wire.GetDownloadUri;
import io.steelyard.mlflow.wire.GetModelVersion;
import io.steelyard.mlflow.wire.ModelVersionResponse;
import io.steelyard.mlflow.wire.SearchModelVersions;
import io.steelyard.mlflow.wire.SearchModelVersionsResponse;
import io.steelyard.mlflow.wire.SetModelVersionTag;
import io.steelyard.mlflow.wire.TransitionStage;
import io.steelyard.mlflow.wire.UpdateModelVersion;
import io.steelyard.registry.Archiving;
import io.steelyard.registry.Attribution;
import io.steelyard.registry.ModelStage;
import io.steelyard.registry.ModelVersion;
import io.steelyard.registry.NewModelVersion;
import io.steelyard.registry.RegistryRules;
import io.steelyard.registry.RegistryStore;
import io.steelyard.registry.VersionSearch;
import io.steelyard.tracking.Page;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.TrackingException;
import io.steelyard.tracking.TrackingStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The endpoints `model-versions/…`.
final class ModelVersionEndpoints {
    private final TrackingStore tracking;
    private final RegistryStore registry;
    private final ModelSource sources;

    ModelVersionEndpoints(TrackingStore tracking, RegistryStore registry) {
        this.tracking = tracking;
        this.registry = registry;
        this.sources = new ModelSource(tracking, registry);
    }

    List<MlflowRoute> routes() {
        return List.of(
                MlflowRoute.of(POST, "/model-versions/create", CreateModelVersion.class, this::create),
                MlflowRoute.of(GET, "/model-versions/get", GetModelVersion.class, this::get),
                MlflowRoute.of(PATCH, "/model-versions/update", UpdateModelVersion.class, this::update),
                MlflowRoute.of(DELETE, "/model-versions/delete", DeleteModelVersion.class, this::delete),
                MlflowRoute.of(POST, "/model-versions/transition-stage", TransitionStage.class, this::transition),
                MlflowRoute.of(GET, "/model-versions/search", SearchModelVersions.class, this::search),
                MlflowRoute.of(GET, "/model-versions/get-download-uri", GetDownloadUri.class, this::downloadUri),
                MlflowRoute.of(POST, "/model-versions/set-tag", SetModelVersionTag.class, this::setTag),
                MlflowRoute.of(DELETE, "/model-versions/delete-tag", DeleteModelVersionTag.class, this::deleteTag));
    }

    /// A run that is known here gives the version its metrics and its origin.
    private ModelVersionResponse create(CreateModelVersion request) {
        Map<String, String> tags = Entries.map(request.tags());
        ModelSource.Lineage lineage = sources.lineage(request, tags);
        NewModelVersion known = run(lineage.runId())
                .map(run -> NewModelVersion.of(request.name(), lineage.source(), run, "", tags))
                .orElseGet(() -> NewModelVersion.of(request.name(), lineage.source()));
        ModelVersion made = registry.createVersion(new NewModelVersion(
                request.name(),
                lineage.source(),
                lineage.runId(),
                lineage.modelId(),
                Entries.text(request.runLink()),
                known.metrics(),
                known.configHash(),
                known.dataVersion(),
                known.gitCommit(),
                Entries.text(request.description()),
                tags,
                lineage.location()));
        sources.noteVersion(lineage, made);
        return response(made);
    }

    private Optional<Run> run(@Nullable String id) {
        try {
            return id == null ? Optional.empty() : Optional.of(tracking.run(id));
        } catch (TrackingException e) {
            return switch (e.kind()) {
                // A version may come from another server's run.
                case NOT_FOUND -> Optional.empty();
                case ALREADY_EXISTS, INVALID, INVALID_STATE -> throw e;
            };
        }
    }

    private ModelVersionResponse get(GetModelVersion request) {
        return response(registry.version(request.name(), number(request.name(), request.version())));
    }

    /// As in MLflow a description that is not said is erased.
    private ModelVersionResponse update(UpdateModelVersion request) {
        return response(registry.describeVersion(
                request.name(), number(request.name(), request.version()), Entries.text(request.description())));
    }

    private Empty delete(DeleteModelVersion request) {
        registry.deleteVersion(request.name(), number(request.name(), request.version()), Attribution.NONE);
        return new Empty();
    }

    private ModelVersionResponse transition(TransitionStage request) {
        boolean archive = Boolean.TRUE.equals(request.archiveExistingVersions());
        return response(registry.transition(
                request.name(),
                number(request.name(), request.version()),
                ModelStage.parse(request.stage()),
                archive ? Archiving.ARCHIVE_OTHERS : Archiving.KEEP_OTHERS,
                Attribution.NONE));
    }

    private SearchModelVersionsResponse search(SearchModelVersions request) {
        Page<ModelVersion> page = registry.searchVersions(new VersionSearch(
                Entries.text(request.filter()),
                request.orderBy(),
                SearchLimit.versions(request.maxResults()),
                Entries.orNull(request.pageToken())));
        return new SearchModelVersionsResponse(
                page.items().stream().map(ModelEntries::listed).toList(), page.nextToken());
    }

    private DownloadUriResponse downloadUri(GetDownloadUri request) {
        String name = Entries.text(request.name());
        return new DownloadUriResponse(registry.downloadUri(name, number(name, Entries.text(request.version()))));
    }

    private Empty setTag(SetModelVersionTag request) {
        registry.setVersionTag(
                request.name(),
                number(request.name(), request.version()),
                request.key(),
                Entries.text(request.value()));
        return new Empty();
    }

    private Empty deleteTag(DeleteModelVersionTag request) {
        registry.deleteVersionTag(request.name(), number(request.name(), request.version()), request.key());
        return new Empty();
    }

    private static ModelVersionResponse response(ModelVersion version) {
        return new ModelVersionResponse(ModelEntries.of(version));
    }

    static int number(String name, String version) {
        RegistryRules.requireModelName(name);
        try {
            return Integer.parseInt(version);
        } catch (NumberFormatException e) {
            throw MlflowException.invalid("Parameter 'version' must be an integer, got '" + version + "'.");
        }
    }
}
