package io.steelyard.server;

import io.steelyard.registry.WebhookReach;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a server listens, where its stores are, and how far it calls.
///
/// @param host the address or name of both ports, for example `127.0.0.1`
/// @param port the control plane's port; 0 for any that is free
/// @param inferencePort the data plane's port; 0 for any that is free
/// @param version the program's version, for `server.json`
/// @param allowedHosts names besides the address itself under which the server may be reached, without ports
/// @param database where the database is, as MLflow's `--backend-store-uri`; null: in the data folder
/// @param artifacts the folder of the artifacts, or its `file:` URI; null: in the data folder
/// @param webhooks which addresses webhooks may have
public record ServerOptions(
        String host,
        int port,
        int inferencePort,
        String version,
        List<String> allowedHosts,
        @Nullable String database,
        @Nullable String artifacts,
        WebhookReach webhooks) {
    public ServerOptions {
        allowedHosts = List.copyOf(allowedHosts);
    }

    /// Makes options with no further names and the stores in the data folder, with which webhooks reach the public
    /// internet and nothing else.
    ///
    /// @param host the address or name of both ports
    /// @param port the control plane's port; 0 for any that is free
    /// @param inferencePort the data plane's port; 0 for any that is free
    /// @param version the program's version
    public ServerOptions(String host, int port, int inferencePort, String version) {
        this(host, port, inferencePort, version, List.of(), null, null, WebhookReach.PUBLIC);
    }

    /// Says under which further names the server may be reached.
    ///
    /// @param names the names, without ports
    /// @return a copy that says so
    public ServerOptions withAllowedHosts(List<String> names) {
        return new ServerOptions(host, port, inferencePort, version, names, database, artifacts, webhooks);
    }

    /// Says where the stores are.
    ///
    /// @param databaseUri where the database is; null: in the data folder
    /// @param destination the folder of the artifacts, or its `file:` URI; null: in the data folder
    /// @return a copy that says so
    public ServerOptions withStores(@Nullable String databaseUri, @Nullable String destination) {
        return new ServerOptions(
                host, port, inferencePort, version, allowedHosts, databaseUri, destination, webhooks);
    }

    /// Says how far webhooks reach.
    ///
    /// @param reach which addresses webhooks may have
    /// @return a copy that says so
    public ServerOptions withWebhooks(WebhookReach reach) {
        return new ServerOptions(host, port, inferencePort, version, allowedHosts, database, artifacts, reach);
    }
}
