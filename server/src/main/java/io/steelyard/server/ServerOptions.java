package io.steelyard.server;

import io.steelyard.registry.WebhookReach;

/// How a server listens, and how far it calls.
///
/// @param host the address or name of both ports, for example `127.0.0.1`
/// @param port the control plane's port; 0 for any that is free
/// @param inferencePort the data plane's port; 0 for any that is free
/// @param version the program's version, for `server.json`
/// @param webhooks which addresses webhooks may have
public record ServerOptions(String host, int port, int inferencePort, String version, WebhookReach webhooks) {
    /// Makes options with which webhooks reach the public internet and nothing else.
    ///
    /// @param host the address or name of both ports
    /// @param port the control plane's port; 0 for any that is free
    /// @param inferencePort the data plane's port; 0 for any that is free
    /// @param version the program's version
    public ServerOptions(String host, int port, int inferencePort, String version) {
        this(host, port, inferencePort, version, WebhookReach.PUBLIC);
    }

    /// Says how far webhooks reach.
    ///
    /// @param reach which addresses webhooks may have
    /// @return a copy that says so
    public ServerOptions withWebhooks(WebhookReach reach) {
        return new ServerOptions(host, port, inferencePort, version, reach);
    }
}
