package io.steelyard.cli;

import io.steelyard.server.DataFolder;
import io.steelyard.server.Platform;
import io.steelyard.server.ServerRecord;
import io.steelyard.server.Upkeep;
import io.steelyard.server.Upkeep.Cleaned;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Removes for good what was deleted.
@Command(
        name = "gc",
        description = {
            "Remove for good the deleted runs, experiments and logged models, with their artifacts.",
            "Where a server runs on the data folder, it does the work, and serves on meanwhile."
        })
final class GcCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "./steelyard-data",
            description = "The data folder (default: ${DEFAULT-VALUE}).")
    private Path data;

    @Mixin
    private ServerStores stores;

    @Option(
            names = "--older-than",
            paramLabel = "AGE",
            defaultValue = "0s",
            converter = Age.class,
            description = "Keep what was deleted later than so long ago, for example 30d (default: keep nothing).")
    private Duration olderThan;

    @Option(names = "--dry-run", description = "Only say what would be removed.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    GcCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        DataFolder folder = DataFolder.open(data);
        long before = Instant.now().minus(olderThan).toEpochMilli();
        Optional<ServerRecord> server = folder.liveServer();
        Cleaned cleaned;
        if (server.isPresent()) {
            try (RemoteUpkeep upkeep = new RemoteUpkeep(URI.create(server.get().url()))) {
                cleaned = upkeep.clean(before, dryRun);
            }
        } else {
            try (Platform platform = stores.open(folder)) {
                Upkeep upkeep = new Upkeep(platform);
                cleaned = dryRun ? upkeep.count(before) : upkeep.clean(before);
            }
        }
        show(cleaned);
        return ExitCode.OK.code();
    }

    private void show(Cleaned cleaned) {
        if (json) {
            JsonOutput.print(terminal.out(), cleaned);
            return;
        }
        String what = cleaned.runs() + " runs, " + cleaned.experiments() + " experiments, " + cleaned.loggedModels()
                + " logged models";
        terminal.out()
                .line(
                        dryRun
                                ? "would remove " + what
                                : "removed " + what + ", and the files of " + cleaned.artifactFolders() + " folders");
        for (String kept : cleaned.kept()) {
            terminal.err()
                    .line("kept the files at " + kept + ": a registered model lies there, or another store has them");
        }
    }
}
