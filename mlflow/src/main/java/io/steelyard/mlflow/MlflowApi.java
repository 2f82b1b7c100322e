package io.steelyard.mlflow;

import static io.steelyard.mlflow.MlflowRoute.Method.DELETE;
import static io.steelyard.mlflow.MlflowRoute.Method.GET;
import static io.steelyard.mlflow.MlflowRoute.Method.PATCH;
import static io.steelyard.mlflow.MlflowRoute.Method.POST;

import io.steelyard.mlflow.wire.CreateExperiment;
import io.steelyard.mlflow.wire.CreateModelVersion;
import io.steelyard.mlflow.wire.CreateRegisteredModel;
import io.steelyard.mlflow.wire.CreateRun;
import io.steelyard.mlflow.wire.CreateWebhook;
import io.steelyard.mlflow.wire.GetAlias;
import io.steelyard.mlflow.wire.GetExperiment;
import io.steelyard.mlflow.wire.GetExperimentByName;
import io.steelyard.mlflow.wire.GetMetricHistory;
import io.steelyard.mlflow.wire.GetModelVersion;
import io.steelyard.mlflow.wire.GetRegisteredModel;
import io.steelyard.mlflow.wire.GetRun;
import io.steelyard.mlflow.wire.GetWebhook;
import io.steelyard.mlflow.wire.ListWebhooks;
import io.steelyard.mlflow.wire.LogBatch;
import io.steelyard.mlflow.wire.LogInputs;
import io.steelyard.mlflow.wire.LogMetric;
import io.steelyard.mlflow.wire.LogParameter;
import io.steelyard.mlflow.wire.SetAlias;
import io.steelyard.mlflow.wire.SetModelVersionTag;
import io.steelyard.mlflow.wire.SetTag;
import io.steelyard.mlflow.wire.TestWebhook;
import io.steelyard.mlflow.wire.TransitionStage;
import io.steelyard.mlflow.wire.UpdateRun;
import io.steelyard.mlflow.wire.UpdateWebhook;
import io.steelyard.registry.RegistryStore;
import io.steelyard.registry.WebhookStore;
import io.steelyard.registry.WebhookTester;
import io.steelyard.tracking.TrackingStore;
import java.util.List;

/// MLflow's endpoints over two stores.
public final class MlflowApi {
    private MlflowApi() {}

    /// Gives the endpoints. A server mounts each of them under `/api/2.0/mlflow` and `/ajax-api/2.0/mlflow`, and
    /// answers any other path there with a status 404 whose body is no JSON: clients take a JSON one for a missing
    /// resource.
    ///
    /// @param tracking experiments and runs
    /// @param registry registered models
    /// @return the endpoints, each with another method or path
    public static List<MlflowRoute> routes(TrackingStore tracking, RegistryStore registry) {
        ExperimentEndpoints experiments = new ExperimentEndpoints(tracking);
        RunEndpoints runs = new RunEndpoints(tracking);
        RunLogEndpoints logs = new RunLogEndpoints(tracking);
        ModelEndpoints models = new ModelEndpoints(tracking, registry);
        return List.of(
                MlflowRoute.of(POST, "/experiments/create", CreateExperiment.class, experiments::create),
                MlflowRoute.of(GET, "/experiments/get", GetExperiment.class, experiments::get),
                MlflowRoute.of(GET, "/experiments/get-by-name", GetExperimentByName.class, experiments::getByName),
                MlflowRoute.of(POST, "/runs/create", CreateRun.class, runs::create),
                MlflowRoute.of(GET, "/runs/get", GetRun.class, runs::get),
                MlflowRoute.of(POST, "/runs/update", UpdateRun.class, runs::update),
                MlflowRoute.of(POST, "/runs/log-metric", LogMetric.class, logs::metric),
                MlflowRoute.of(POST, "/runs/log-parameter", LogParameter.class, logs::parameter),
                MlflowRoute.of(POST, "/runs/set-tag", SetTag.class, logs::tag),
                MlflowRoute.of(POST, "/runs/log-batch", LogBatch.class, logs::batch),
                MlflowRoute.of(POST, "/runs/log-inputs", LogInputs.class, logs::inputs),
                MlflowRoute.of(GET, "/metrics/get-history", GetMetricHistory.class, runs::metricHistory),
                MlflowRoute.of(POST, "/registered-models/create", CreateRegisteredModel.class, models::create),
                MlflowRoute.of(GET, "/registered-models/get", GetRegisteredModel.class, models::get),
                MlflowRoute.of(POST, "/registered-models/alias", SetAlias.class, models::setAlias),
                MlflowRoute.of(GET, "/registered-models/alias", GetAlias.class, models::versionByAlias),
                MlflowRoute.of(POST, "/model-versions/create", CreateModelVersion.class, models::createVersion),
                MlflowRoute.of(GET, "/model-versions/get", GetModelVersion.class, models::version),
                MlflowRoute.of(POST, "/model-versions/transition-stage", TransitionStage.class, models::transition),
                MlflowRoute.of(POST, "/model-versions/set-tag", SetModelVersionTag.class, models::setVersionTag));
    }

    /// Gives the endpoints `webhooks…`, to be mounted beside the others.
    ///
    /// @param webhooks the webhooks
    /// @param tester sends example messages
    /// @return the endpoints
    public static List<MlflowRoute> webhookRoutes(WebhookStore webhooks, WebhookTester tester) {
        WebhookEndpoints endpoints = new WebhookEndpoints(webhooks, tester);
        return List.of(
                MlflowRoute.of(POST, "/webhooks", CreateWebhook.class, endpoints::create),
                MlflowRoute.of(GET, "/webhooks", ListWebhooks.class, endpoints::list),
                MlflowRoute.of(GET, "/webhooks/{webhook_id}", GetWebhook.class, endpoints::get),
                MlflowRoute.of(PATCH, "/webhooks/{webhook_id}", UpdateWebhook.class, endpoints::update),
                MlflowRoute.of(DELETE, "/webhooks/{webhook_id}", GetWebhook.class, endpoints::delete),
                MlflowRoute.of(POST, "/webhooks/{webhook_id}/test", TestWebhook.class, endpoints::test));
    }
}
