package io.steelyard.server;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.steelyard.mlflow.MlflowApi;
import io.steelyard.mlflow.MlflowRoute;
import io.steelyard.registry.RegistryStore;
import io.steelyard.registry.WebhookReach;
import io.steelyard.registry.WebhookStore;
import io.steelyard.server.models.ModelDesk;
import io.steelyard.server.webhooks.NotifyingRegistryStore;
import io.steelyard.server.webhooks.WebhookDelivery;
import io.steelyard.serving.HttpPort;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// The control plane: runs, models and artifacts over HTTP.
///
/// | request | answer |
/// |---|---|
/// | `GET /health` | `OK` |
/// | `GET /version` | the version of MLflow's interface that is spoken |
/// | `GET /metrics` | Prometheus' text |
/// | `/api/2.0/mlflow/…`, `/ajax-api/2.0/mlflow/…`, the same with `3.0` | MLflow's REST interface |
/// | `/api/2.0/mlflow-artifacts/artifacts/…` | MLflow's artifact proxy |
/// | `/api/2.0/mlflow-artifacts/mpu/…`, `…/presigned/…` | its uploads and downloads in parts |
/// | `/get-artifact`, `/model-versions/get-artifact` | a file of a run, of a model version |
/// | `/api/steelyard/v1/models…` | models beyond MLflow: [RegistryRoutes] |
///
/// Any other path is a 404 whose body is no JSON: MLflow's clients take a JSON one for a missing resource.
final class ControlPlane implements AutoCloseable {
    /// Clients choose by it what they may ask for; from 3.4 on they would send traces.
    private static final String MLFLOW_VERSION = "3.3.2";

    /// What the metrics call all paths that are none of ours, so that callers cannot make labels.
    private static final String UNKNOWN_ROUTE = "unknown";

    private final HttpPort port;
    private final WebhookDelivery webhooks;

    private ControlPlane(HttpPort port, WebhookDelivery webhooks) {
        this.port = port;
        this.webhooks = webhooks;
    }

    static ControlPlane start(HttpPort.Address address, Platform platform) {
        return start(address, platform, WebhookReach.PUBLIC);
    }

    static ControlPlane start(HttpPort.Address address, Platform platform, WebhookReach reach) {
        return start(address, platform, reach, routing -> routing);
    }

    /// @param seen sees the routes as they are added, by a builder of its own
    static ControlPlane start(
            HttpPort.Address address, Platform platform, WebhookReach reach, UnaryOperator<HttpRouting.Builder> seen) {
        WebhookStore store = platform.webhooks(reach);
        WebhookDelivery webhooks = WebhookDelivery.start(store, reach);
        try {
            return new ControlPlane(open(address, platform, store, webhooks, seen), webhooks);
        } catch (RuntimeException e) {
            webhooks.close();
            throw e;
        }
    }

    private static HttpPort open(
            HttpPort.Address address,
            Platform platform,
            WebhookStore store,
            WebhookDelivery webhooks,
            UnaryOperator<HttpRouting.Builder> seen) {
        ControlMetrics metrics = new ControlMetrics();
        RegistryStore registry = NotifyingRegistryStore.of(platform.registry(), webhooks);
        List<MlflowRoute> routes = new ArrayList<>(
                MlflowApi.routes(platform.tracking(), registry, new StoredArtifacts(platform.artifacts())));
        routes.addAll(MlflowApi.webhookRoutes(store, webhooks));
        return HttpPort.open(address, builder -> {
            HttpRouting.Builder routing = seen.apply(builder);
            routing.addFilter((chain, request, response) -> {
                long start = System.nanoTime();
                int status = Status.INTERNAL_SERVER_ERROR_500.code();
                try {
                    Caller.answering(request, chain::proceed);
                    status = response.status().code();
                } finally {
                    String route = route(request);
                    metrics.answered(route, status, System.nanoTime() - start);
                }
            });
            routing.get("/health", (request, response) -> text(response, "OK"));
            routing.get("/version", (request, response) -> text(response, MLFLOW_VERSION));
            routing.get("/metrics", (request, response) -> text(response, metrics.scrape()));
            ArtifactRoutes.add(routing, platform.artifacts());
            UploadRoutes.add(routing, platform.artifacts());
            RunFileRoutes.add(routing, platform);
            // After the routes of files: it answers whatever else stands below its prefixes.
            MlflowRoutes.add(routing, routes);
            RegistryRoutes.add(routing, ModelDesk.of(platform.tracking(), registry, platform.artifacts()));
            notFound(routing);
        });
    }

    URI uri() {
        return port.uri();
    }

    @Override
    public void close() {
        port.close();
        webhooks.close();
    }

    /// As few words as there are endpoints.
    private static String route(ServerRequest request) {
        return MlflowRoutes.asked(request)
                .or(() -> request.matchingPattern().filter(p -> !p.isEmpty() && !MlflowRoutes.isPlace(p)))
                .orElse(UNKNOWN_ROUTE);
    }

    private static void notFound(HttpRouting.Builder routing) {
        routing.any((ServerRequest request, ServerResponse response) -> {
            response.status(Status.NOT_FOUND_404);
            text(response, "Not Found");
        });
    }

    private static void text(ServerResponse response, String text) {
        response.header(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                .send(text.getBytes(StandardCharsets.UTF_8));
    }
}
