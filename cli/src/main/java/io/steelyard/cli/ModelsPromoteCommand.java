package io.steelyard.cli;

import io.steelyard.registry.Attribution;
import io.steelyard.server.models.VersionSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Promotes a version to production.
@Command(
        name = "promote",
        description = {
            "Move a version to production, archive what was there, and let the alias 'production' point at it.",
            "Who did it and why stands in the model's log."
        })
final class ModelsPromoteCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "NAME", description = "The model's name.")
    private String name;

    @Parameters(index = "1", paramLabel = "VERSION", description = "The version's number.")
    private int version;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, for the log.")
    private String reason;

    @Option(
            names = "--evidence",
            paramLabel = "FILE",
            description = "A file whose text stands in the log as evidence, for example a report as JSON.")
    private @Nullable Path evidence;

    @Mixin
    private StoreOptions store;

    @Option(names = "--json", description = "Print the version as one JSON object.")
    private boolean json;

    ModelsPromoteCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Attribution attribution = new Attribution(
                System.getProperty("user.name", ""), reason, evidence == null ? "" : Files.readString(evidence));
        VersionSummary promoted;
        try (OpenStore opened = store.open()) {
            promoted = opened.models().promote(name, version, attribution);
        }
        if (json) {
            JsonOutput.print(terminal.out(), promoted);
        } else {
            terminal.out().line(promoted.name() + " version " + promoted.version() + " is in production");
        }
        return ExitCode.OK.code();
    }
}
