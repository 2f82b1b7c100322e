package io.steelyard.cli;

import io.steelyard.registry.WebhookReach;
import io.steelyard.server.DataFolder;
import io.steelyard.server.SteelyardServer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Runs the whole platform until it is stopped.
@Command(
        name = "server",
        description = {
            "Run the whole platform: runs, models and artifacts on one port, predictions on another.",
            "It serves the production version of each registered model. Ctrl-C or SIGTERM stops it."
        })
final class ServerCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "./steelyard-data",
            description = "The data folder (default: ${DEFAULT-VALUE}).")
    private Path data;

    @Mixin
    private ServerPorts ports;

    @Option(
            names = "--webhooks-reach",
            paramLabel = "REACH",
            defaultValue = "public",
            description = {
                "Which addresses webhooks may have (default: ${DEFAULT-VALUE}): public, by https;",
                "loopback: also this machine; anywhere: any machine that this one reaches, by http too."
            })
    private String webhooks;

    ServerCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        StopSignal signal = new StopSignal();
        try (SteelyardServer server =
                SteelyardServer.start(DataFolder.open(data), ports.options().withWebhooks(reach()))) {
            announce(terminal.out(), server);
            signal.await();
        } finally {
            signal.stopped();
        }
        return ExitCode.OK.code();
    }

    private WebhookReach reach() {
        for (WebhookReach reach : WebhookReach.values()) {
            if (reach.name().equalsIgnoreCase(webhooks)) {
                return reach;
            }
        }
        throw new CommandException(
                ExitCode.USAGE, "--webhooks-reach is public, loopback or anywhere, not '" + webhooks + "'");
    }

    /// Says where a server listens.
    static void announce(Output output, SteelyardServer server) {
        output.line("Steelyard runs: control plane "
                + output.colour(Colour.STRONG, server.uri().toString()) + ", serving "
                + output.colour(Colour.STRONG, server.inferenceUri().toString()) + "; Ctrl-C stops it");
    }
}
