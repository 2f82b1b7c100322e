package io.steelyard.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/// All commands, in the order of `--help`. A command is made only when it is asked for, or when all are listed: what a
/// user waits for at the start of one does not grow with the number of the others.
final class Commands {
    // Object, because Java's cache keeps no lambda whose type names a class of picocli, which is compiled for Java 5.
    private final Map<String, Supplier<Object>> makers = new LinkedHashMap<>();

    Commands(Terminal terminal) {
        makers.put("quickstart", () -> new QuickstartCommand(terminal));
        makers.put("server", () -> new ServerCommand(terminal));
        makers.put("run", () -> new RunCommand(terminal));
        makers.put("predict", () -> new PredictCommand(terminal));
        makers.put("reproduce", () -> new ReproduceCommand(terminal));
        makers.put("compare", () -> new CompareCommand(terminal));
        makers.put("config", () -> new CommandLine(new ConfigCommand()).addSubcommand(new ConfigHashCommand(terminal)));
        makers.put(
                "data",
                () -> new CommandLine(new DataCommand())
                        .addSubcommand(new DataProfileCommand(terminal))
                        .addSubcommand(new DataDigestCommand(terminal))
                        .addSubcommand(new DataVerifyCommand(terminal)));
        makers.put(
                "models",
                () -> new CommandLine(new ModelsCommand())
                        .addSubcommand(new ModelsListCommand(terminal))
                        .addSubcommand(new ModelsShowCommand(terminal))
                        .addSubcommand(new ModelsDiffCommand(terminal))
                        .addSubcommand(new ModelsPromoteCommand(terminal))
                        .addSubcommand(new ModelsAliasCommand(terminal))
                        .addSubcommand(new ModelsLogCommand(terminal)));
        makers.put(
                "import", () -> new CommandLine(new ImportCommand()).addSubcommand(new ImportMlflowCommand(terminal)));
        makers.put("gc", () -> new GcCommand(terminal));
        makers.put("backup", () -> new BackupCommand(terminal));
        makers.put("warm-up", WarmUpCommand::new);
    }

    /// The names of all, in order, the hidden ones too.
    List<String> names() {
        return List.copyOf(makers.keySet());
    }

    /// Adds to the root what the words of a call can mean.
    void addTo(CommandLine root, String... words) {
        String first = words.length == 0 ? "" : words[0];
        for (var maker : makers.entrySet()) {
            if (maker.getKey().equals(first) || !makers.containsKey(first)) {
                root.addSubcommand(maker.getKey(), maker.getValue().get());
            }
        }
    }
}
