package io.steelyard.cli;

import io.steelyard.server.ServerOptions;
import picocli.CommandLine.Option;

/// How a server listens: the options of the commands that start one.
final class ServerPorts {
    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen on (default: ${DEFAULT-VALUE}, this machine only).")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "5000",
            description = "The control plane's port (default: ${DEFAULT-VALUE}; 0: a free one).")
    private int port;

    @Option(
            names = "--inference-port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "The serving port (default: ${DEFAULT-VALUE}; 0: a free one).")
    private int inferencePort;

    ServerOptions options() {
        return new ServerOptions(host, port, inferencePort, Version.number());
    }
}
