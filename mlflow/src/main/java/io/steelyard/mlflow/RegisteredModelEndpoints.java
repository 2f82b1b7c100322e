package io.steelyard.mlflow;

import static io.steelyard.mlflow.MlflowRoute.Method.DELETE;
import static io.steelyard.mlflow.MlflowRoute.Method.GET;
import static io.steelyard.mlflow.MlflowRoute.Method.PATCH;
import static io.steelyard.mlflow.MlflowRoute.Method.POST;

import io.steelyard.mlflow.wire.CreateRegisteredModel;
import io.steelyard.mlflow.wire.DeleteAlias;
import io.steelyard.mlflow.wire.DeleteRegisteredModel;
import io.steelyard.mlflow.wire.DeleteRegisteredModelTag;
import io.steelyard.mlflow.wire.Empty;
import io.steelyard.mlflow.wire.GetAlias;
import io.steelyard.mlflow.wire.GetLatestVersions;
import io.steelyard.mlflow.wire.GetRegisteredModel;
import io.steelyard.mlflow.wire.ModelVersionResponse;
import io.steelyard.mlflow.wire.ModelVersionsResponse;
import io.steelyard.mlflow.wire.RegisteredModelResponse;
import io.steelyard.mlflow.wire.RenameRegisteredModel;
import io.steelyard.mlflow.wire.SearchRegisteredModels;
import io.steelyard.mlflow.wire.SearchRegisteredModelsResponse;
import io.steelyard.mlflow.wire.SetAlias;
import io.steelyard.mlflow.wire.SetRegisteredModelTag;
import io.steelyard.mlflow.wire.UpdateRegisteredModel;
import io.steelyard.registry.Attribution;
import io.steelyard.registry.ModelSearch;
import io.steelyard.registry.ModelStage;
import io.steelyard.registry.RegisteredModel;
import io.steelyard.registry.RegistryRules;
import io.steelyard.registry.RegistryStore;
import io.steelyard.tracking.Page;
import java.util.List;

/// The endpoints `registered-models/…`.
final class RegisteredModelEndpoints {
    private final RegistryStore store;

    RegisteredModelEndpoints(RegistryStore store) {
        this.store = store;
    }

    List<MlflowRoute> routes() {
        String latest = "/registered-models/get-latest-versions";
        return List.of(
                MlflowRoute.of(POST, "/registered-models/create", CreateRegisteredModel.class, this::create),
                MlflowRoute.of(GET, "/registered-models/get", GetRegisteredModel.class, this::get),
                MlflowRoute.of(PATCH, "/registered-models/update", UpdateRegisteredModel.class, this::update),
                MlflowRoute.of(POST, "/registered-models/rename", RenameRegisteredModel.class, this::rename),
                MlflowRoute.of(DELETE, "/registered-models/delete", DeleteRegisteredModel.class, this::delete),
                MlflowRoute.of(GET, "/registered-models/search", SearchRegisteredModels.class, this::search),
                MlflowRoute.of(GET, latest, GetLatestVersions.class, this::latestVersions),
                MlflowRoute.of(POST, latest, GetLatestVersions.class, this::latestVersions),
                MlflowRoute.of(POST, "/registered-models/set-tag", SetRegisteredModelTag.class, this::setTag),
                MlflowRoute.of(
                        DELETE, "/registered-models/delete-tag", DeleteRegisteredModelTag.class, this::deleteTag),
                MlflowRoute.of(POST, "/registered-models/alias", SetAlias.class, this::setAlias),
                MlflowRoute.of(GET, "/registered-models/alias", GetAlias.class, this::versionByAlias),
                MlflowRoute.of(DELETE, "/registered-models/alias", DeleteAlias.class, this::deleteAlias));
    }

    private RegisteredModelResponse create(CreateRegisteredModel request) {
        return response(
                store.createModel(request.name(), Entries.text(request.description()), Entries.map(request.tags())));
    }

    private RegisteredModelResponse get(GetRegisteredModel request) {
        return response(store.model(request.name()));
    }

    private RegisteredModelResponse update(UpdateRegisteredModel request) {
        return response(store.describeModel(request.name(), Entries.text(request.description())));
    }

    private RegisteredModelResponse rename(RenameRegisteredModel request) {
        return response(store.renameModel(request.name(), request.newName()));
    }

    private Empty delete(DeleteRegisteredModel request) {
        store.deleteModel(request.name(), Attribution.NONE);
        return new Empty();
    }

    private SearchRegisteredModelsResponse search(SearchRegisteredModels request) {
        Page<RegisteredModel> page = store.searchModels(new ModelSearch(
                Entries.text(request.filter()),
                request.orderBy(),
                SearchLimit.models(request.maxResults()),
                Entries.orNull(request.pageToken())));
        return new SearchRegisteredModelsResponse(
                page.items().stream().map(ModelEntries::of).toList(), page.nextToken());
    }

    private ModelVersionsResponse latestVersions(GetLatestVersions request) {
        List<ModelStage> stages =
                request.stages().stream().map(ModelStage::parse).toList();
        return new ModelVersionsResponse(store.latestVersions(request.name(), stages).stream()
                .map(ModelEntries::of)
                .toList());
    }

    private Empty setTag(SetRegisteredModelTag request) {
        store.setModelTag(request.name(), request.key(), Entries.text(request.value()));
        return new Empty();
    }

    private Empty deleteTag(DeleteRegisteredModelTag request) {
        store.deleteModelTag(request.name(), request.key());
        return new Empty();
    }

    private Empty setAlias(SetAlias request) {
        RegistryRules.requireModelName(request.name());
        RegistryRules.requireFreeAlias(request.alias());
        int version = ModelVersionEndpoints.number(request.name(), request.version());
        store.setAlias(request.name(), request.alias(), version, Attribution.NONE);
        return new Empty();
    }

    private ModelVersionResponse versionByAlias(GetAlias request) {
        return new ModelVersionResponse(ModelEntries.of(store.versionByAlias(request.name(), request.alias())));
    }

    private Empty deleteAlias(DeleteAlias request) {
        store.deleteAlias(request.name(), request.alias(), Attribution.NONE);
        return new Empty();
    }

    private static RegisteredModelResponse response(RegisteredModel model) {
        return new RegisteredModelResponse(ModelEntries.of(model));
    }
}
