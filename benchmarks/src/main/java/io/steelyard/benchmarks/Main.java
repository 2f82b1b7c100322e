package io.steelyard.benchmarks;

import io.steelyard.benchmarks.scoring.ScoringCommand;
import io.steelyard.benchmarks.tracking.TrackingCommand;
import io.steelyard.benchmarks.training.TrainingCommand;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The command line of the benchmarks, `./steelyard bench NAME`. Every benchmark is a class of its own.
@Command(
        name = "./steelyard bench",
        description = "Measure Steelyard beside what people use today, on this machine.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "NAME",
        sortOptions = false,
        usageHelpAutoWidth = true,
        subcommands = {TrackingCommand.class, TrainingCommand.class, ScoringCommand.class})
public final class Main implements Runnable {
    private static final Logger LIBRARIES = Logger.getLogger("");

    @Spec
    private CommandSpec spec;

    private Main() {}

    /// Runs a benchmark and ends the process with its exit code: 0 measured, 2 the call cannot be used, 3 a server failed.
    ///
    /// @param args the words of the command line
    public static void main(String[] args) {
        LIBRARIES.setLevel(Level.WARNING);
        CommandLine line = new CommandLine(new Main());
        line.setExecutionExceptionHandler((failure, command, result) -> {
            System.err.println("steelyard bench: " + failure.getMessage());
            return 3;
        });
        System.exit(line.execute(args));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "the benchmark's name is missing");
    }
}
