package io.steelyard.mlflow;

import io.steelyard.mlflow.wire.ServerInfo;
import io.steelyard.registry.RegistryStore;
import io.steelyard.registry.WebhookStore;
import io.steelyard.registry.WebhookTester;
import io.steelyard.tracking.TrackingStore;
import java.util.List;
import java.util.stream.Stream;

/// MLflow's endpoints over two stores.
public final class MlflowApi {
    private static final ServerInfo INFO = new ServerInfo("SqlStore", false, false, false, false);

    private MlflowApi() {}

    /// Gives the endpoints, for an [MlflowRouter].
    ///
    /// @param tracking experiments, runs and logged models
    /// @param registry registered models
    /// @param artifacts their files
    /// @return the endpoints, each with another method or path
    public static List<MlflowRoute> routes(TrackingStore tracking, RegistryStore registry, ArtifactListing artifacts) {
        return Stream.of(
                        new ExperimentEndpoints(tracking).routes(),
                        new RunEndpoints(tracking).routes(),
                        new RunLogEndpoints(tracking).routes(),
                        new MetricEndpoints(tracking).routes(),
                        new LoggedModelEndpoints(tracking).routes(),
                        new RegisteredModelEndpoints(registry).routes(),
                        new ModelVersionEndpoints(tracking, registry).routes(),
                        new ArtifactEndpoints(tracking, artifacts).routes(),
                        List.of(MlflowRoute.raw(MlflowRoute.Method.GET, "/server-info", request -> INFO)
                                .under(MlflowRoute.Mount.V3)))
                .flatMap(List::stream)
                .toList();
    }

    /// Gives the endpoints of a server that keeps no files.
    ///
    /// @param tracking experiments, runs and logged models
    /// @param registry registered models
    /// @return the endpoints, each with another method or path
    public static List<MlflowRoute> routes(TrackingStore tracking, RegistryStore registry) {
        return routes(tracking, registry, (root, folder) -> List.of());
    }

    /// Gives the endpoints `webhooks…`, to be added to the others.
    ///
    /// @param webhooks the webhooks
    /// @param tester sends example messages
    /// @return the endpoints
    public static List<MlflowRoute> webhookRoutes(WebhookStore webhooks, WebhookTester tester) {
        return new WebhookEndpoints(webhooks, tester).routes();
    }
}
