package io.steelyard.cli;

import io.steelyard.server.DataFolder;
import io.steelyard.server.Platform;
import io.steelyard.server.ServerRecord;
import io.steelyard.server.Upkeep;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Copies the database while it is used.
@Command(
        name = "backup",
        description = {
            "Copy the database to a new file, consistently, also while a server writes to it.",
            "Artifacts are plain files that never change once they are there: copy their folder afterwards."
        })
final class BackupCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The copy; there must be no such file yet.")
    private Path file;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "./steelyard-data",
            description = "The data folder (default: ${DEFAULT-VALUE}).")
    private Path data;

    @Option(names = "--json", description = "Print one JSON object: {\"file\": …, \"size_bytes\": …}.")
    private boolean json;

    BackupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Answer(String file, long sizeBytes) {}

    @Override
    public Integer call() throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.exists(target)) {
            throw new CommandException(ExitCode.USAGE, file + " exists already: choose a new file");
        }
        Path parent = target.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new CommandException(ExitCode.USAGE, "there is no folder " + parent + " for the copy");
        }
        if (!Files.isDirectory(data)) {
            throw new CommandException(ExitCode.USAGE, "there is no data folder " + data + ": name it with --data");
        }
        copy(target);
        long size = Files.size(target);
        if (json) {
            JsonOutput.print(terminal.out(), new Answer(file.toString(), size));
        } else {
            terminal.out().line("copied the database to " + file + ", " + size + " bytes");
        }
        return ExitCode.OK.code();
    }

    private void copy(Path target) {
        DataFolder folder = DataFolder.open(data);
        Optional<ServerRecord> server = folder.liveServer();
        if (server.isPresent()) {
            try (RemoteUpkeep upkeep = new RemoteUpkeep(URI.create(server.get().url()))) {
                upkeep.backup(target);
            }
            return;
        }
        try (Platform platform = Platform.open(folder)) {
            new Upkeep(platform).backup(target);
        }
    }
}
