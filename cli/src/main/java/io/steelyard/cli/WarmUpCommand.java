package io.steelyard.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// The training run of the build: does what commands do at their start, so that Java keeps the classes it loads and the
/// profiles it takes in a cache, and every later start is quicker.
@Command(
        name = "warm-up",
        hidden = true,
        description = "Does what commands do at their start, for the cache of the build.")
final class WarmUpCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        var nowhere = Output.pipe(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        var terminal = new Terminal(nowhere, nowhere);
        Main.run(terminal, "--version");
        Main.run(terminal, "--help");
        Main.run(terminal, "no-such-command");
        for (String command : new Commands(terminal).names()) {
            Main.run(terminal, command, "--help");
        }
        return ExitCode.OK.code();
    }
}
