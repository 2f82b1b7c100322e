package io.steelyard.cli;

import io.steelyard.tracking.ExperimentConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Prints the hash by which a configuration is known, the one that Python computes.
@Command(
        name = "hash",
        description = {
            "Print the 12 hex digits by which a configuration is known.",
            "They are those of Python's sha256(json.dumps(config, sort_keys=True)), so either side can check the other's."
        })
final class ConfigHashCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE.json", description = "One JSON object: the configuration.")
    private Path file;

    @Option(names = "--json", description = "Print one JSON object: {\"config_hash\": …}.")
    private boolean json;

    ConfigHashCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Answer(String configHash) {}

    @Override
    public Integer call() throws IOException {
        String hash = ExperimentConfig.load(file).configHash();
        if (json) {
            JsonOutput.print(terminal.out(), new Answer(hash));
        } else {
            terminal.out().line(hash);
        }
        return ExitCode.OK.code();
    }
}
