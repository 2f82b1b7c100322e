package io.steelyard.mlflow;

import static io.steelyard.mlflow.MlflowRoute.Method.DELETE;
import static io.steelyard.mlflow.MlflowRoute.Method.GET;
import static io.steelyard.mlflow.MlflowRoute.Method.PATCH;
import static io.steelyard.mlflow.MlflowRoute.Method.POST;

import io.steelyard.mlflow.wire.CreateLoggedModel;
import io.steelyard.mlflow.wire.DeleteLoggedModel;
import io.steelyard.mlflow.wire.DeleteLoggedModelTag;
import io.steelyard.mlflow.wire.Empty;
import io.steelyard.mlflow.wire.FinalizeLoggedModel;
import io.steelyard.mlflow.wire.GetLoggedModel;
import io.steelyard.mlflow.wire.LogLoggedModelParams;
import io.steelyard.mlflow.wire.LoggedModelOrder;
import io.steelyard.mlflow.wire.LoggedModelResponse;
import io.steelyard.mlflow.wire.SearchLoggedModels;
import io.steelyard.mlflow.wire.SearchLoggedModelsResponse;
import io.steelyard.mlflow.wire.SetLoggedModelTags;
import io.steelyard.tracking.LoggedModel;
import io.steelyard.tracking.LoggedModelSearch;
import io.steelyard.tracking.LoggedModelSearch.Dataset;
import io.steelyard.tracking.NewLoggedModel;
import io.steelyard.tracking.Page;
import io.steelyard.tracking.TrackingStore;
import java.util.List;

/// The endpoints `logged-models…`.
final class LoggedModelEndpoints {
    private final TrackingStore store;

    LoggedModelEndpoints(TrackingStore store) {
        this.store = store;
    }

    List<MlflowRoute> routes() {
        String one = "/logged-models/{model_id}";
        return List.of(
                MlflowRoute.of(POST, "/logged-models", CreateLoggedModel.class, this::create),
                MlflowRoute.of(POST, "/logged-models/search", SearchLoggedModels.class, this::search),
                MlflowRoute.of(GET, one, GetLoggedModel.class, this::get),
                MlflowRoute.of(PATCH, one, FinalizeLoggedModel.class, this::end),
                MlflowRoute.of(DELETE, one, DeleteLoggedModel.class, this::delete),
                MlflowRoute.of(POST, one + "/params", LogLoggedModelParams.class, this::params),
                MlflowRoute.of(PATCH, one + "/tags", SetLoggedModelTags.class, this::tags),
                MlflowRoute.of(DELETE, one + "/tags/{tag_key}", DeleteLoggedModelTag.class, this::deleteTag));
    }

    private LoggedModelResponse create(CreateLoggedModel request) {
        return response(store.createLoggedModel(new NewLoggedModel(
                request.experimentId(),
                Entries.orNull(request.name()),
                Entries.text(request.modelType()),
                Entries.orNull(request.sourceRunId()),
                Entries.map(request.params()),
                Entries.map(request.tags()))));
    }

    private LoggedModelResponse get(GetLoggedModel request) {
        return response(store.loggedModel(request.modelId()));
    }

    private LoggedModelResponse end(FinalizeLoggedModel request) {
        return response(store.finalizeLoggedModel(request.modelId(), LoggedModelEntries.status(request.status())));
    }

    private Empty delete(DeleteLoggedModel request) {
        store.deleteLoggedModel(request.modelId());
        return new Empty();
    }

    private Empty params(LogLoggedModelParams request) {
        store.logLoggedModelParams(request.modelId(), Entries.map(request.params()));
        return new Empty();
    }

    /// As in MLflow the answer does not hold the model.
    private Empty tags(SetLoggedModelTags request) {
        store.setLoggedModelTags(request.modelId(), Entries.map(request.tags()));
        return new Empty();
    }

    private Empty deleteTag(DeleteLoggedModelTag request) {
        store.deleteLoggedModelTag(request.modelId(), request.tagKey());
        return new Empty();
    }

    private SearchLoggedModelsResponse search(SearchLoggedModels request) {
        Page<LoggedModel> page = store.searchLoggedModels(new LoggedModelSearch(
                request.experimentIds(),
                Entries.text(request.filter()),
                request.datasets().stream()
                        .map(d -> new Dataset(Entries.text(d.datasetName()), Entries.orNull(d.datasetDigest())))
                        .toList(),
                request.orderBy().stream().map(LoggedModelEndpoints::order).toList(),
                SearchLimit.loggedModels(request.maxResults()),
                Entries.orNull(request.pageToken())));
        return new SearchLoggedModelsResponse(
                page.items().stream().map(LoggedModelEntries::of).toList(), page.nextToken());
    }

    private static LoggedModelSearch.Order order(LoggedModelOrder order) {
        String dataset = Entries.orNull(order.datasetName());
        return new LoggedModelSearch.Order(
                Entries.text(order.fieldName()),
                order.ascending() == null || order.ascending(),
                dataset == null ? null : new Dataset(dataset, Entries.orNull(order.datasetDigest())));
    }

    private static LoggedModelResponse response(LoggedModel model) {
        return new LoggedModelResponse(LoggedModelEntries.of(model));
    }
}
