package io.steelyard.cli;

import io.steelyard.server.ServerOptions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
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

    @Option(
            names = "--allowed-hosts",
            paramLabel = "NAME",
            split = ",",
            description = {
                "Names under which the server may be reached besides its address and localhost,",
                "for example its name behind a proxy; divided by commas."
            })
    private List<String> allowedHosts = List.of();

    ServerOptions options() {
        return new ServerOptions(host, port, inferencePort, Version.number())
                .withAllowedHosts(allowedHosts.stream().map(ServerPorts::name).toList());
    }

    /// What others must know before they start such a server; empty where only this machine reaches it.
    Optional<String> warning() {
        try {
            if (InetAddress.getByName(host).isLoopbackAddress()) {
                return Optional.empty();
            }
        } catch (UnknownHostException e) {
            // The server says so, when it is to listen there.
            return Optional.empty();
        }
        return Optional.of("WARNING: " + host + " is reached from other machines, and there is no login: anyone who"
                + " reaches it may read, change and delete every run, model and artifact."
                + " Listen on 127.0.0.1, or let only those reach it who may.");
    }

    private static String name(String text) {
        String name = text.strip();
        int colon = name.indexOf(':') == name.lastIndexOf(':') ? name.indexOf(':') : -1;
        String plain = colon < 0 ? name : name.substring(0, colon);
        if (plain.isEmpty() || plain.contains("*") || plain.contains("/")) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "--allowed-hosts takes names such as mlops.example.com, each written out, not '" + text + "'");
        }
        return plain;
    }
}
