package io.steelyard.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The command line, `./steelyard COMMAND`. Every command is a class of its own, listed in [Commands].
@Command(
        name = "steelyard",
        description = "Weighs every model before it ships, and again while it runs.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        usageHelpAutoWidth = true,
        footer = {
            "",
            "Exit codes: 0 ok, 1 the answer is no, 2 the call or its input cannot be used, 3 an internal or remote failure.",
            "The launcher has two more commands: test, which runs all tests, and bench, which measures."
        })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "On a failure, show where in the program it happened.")
    private boolean stacktrace;

    private Main() {}

    /// Starts a command and ends the process with its exit code.
    ///
    /// @param args the words of the command line
    public static void main(String[] args) {
        QuietLogging.install();
        System.exit(run(Terminal.system(), args));
    }

    /// Runs a command.
    ///
    /// @return the exit code
    static int run(Terminal terminal, String... args) {
        // Scripts ask for the version alone, and often: this answer does not wait for the parser.
        if (args.length == 1 && args[0].equals("--version")) {
            terminal.out().line(Version.line());
            return ExitCode.OK.code();
        }
        return commandLine(terminal, args).execute(args);
    }

    private static CommandLine commandLine(Terminal terminal, String... args) {
        var main = new Main();
        var line = new CommandLine(main);
        new Commands(terminal).addTo(line, args);
        line.setOut(terminal.out().writer());
        line.setErr(terminal.err().writer());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                terminal.out().kind() == Output.Kind.COLOUR_TERMINAL
                        ? CommandLine.Help.Ansi.ON
                        : CommandLine.Help.Ansi.OFF));
        var failures = new Failures(terminal, () -> main.stacktrace);
        line.setParameterExceptionHandler(failures);
        line.setExecutionExceptionHandler(failures);
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
