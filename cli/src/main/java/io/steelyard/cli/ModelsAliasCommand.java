package io.steelyard.cli;

import io.steelyard.registry.Attribution;
import io.steelyard.server.models.VersionSummary;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lets an alias point at a version.
@Command(
        name = "alias",
        description = {"Let an alias point at a version.", "Who did it and why stands in the model's log."})
final class ModelsAliasCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "NAME", description = "The model's name.")
    private String name;

    @Parameters(index = "1", paramLabel = "ALIAS", description = "The alias, for example champion.")
    private String alias;

    @Parameters(index = "2", paramLabel = "VERSION", description = "The version's number.")
    private int version;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why, for the log.")
    private String reason;

    @Mixin
    private StoreOptions store;

    @Option(names = "--json", description = "Print the version as one JSON object.")
    private boolean json;

    ModelsAliasCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Attribution attribution = new Attribution(System.getProperty("user.name", ""), reason);
        VersionSummary moved;
        try (OpenStore opened = store.open()) {
            moved = opened.models().alias(name, alias, version, attribution);
        }
        if (json) {
            JsonOutput.print(terminal.out(), moved);
        } else {
            terminal.out().line(moved.name() + "@" + alias + " is version " + moved.version());
        }
        return ExitCode.OK.code();
    }
}
