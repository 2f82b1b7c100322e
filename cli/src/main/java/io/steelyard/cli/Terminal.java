package io.steelyard.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Where a command writes: results to `out`, everything about them to `err`.
///
/// @param out standard output
/// @param err standard error
record Terminal(Output out, Output err) {
    /// This process's own. The launcher says which of the two are terminals (property `steelyard.terminals`, a list of
    /// `out`
    /// and `err`) and how wide (`steelyard.columns`); a process started otherwise asks Java's console. `NO_COLOR` with
    /// any
    /// value and `TERM=dumb` are honoured.
    static Terminal system() {
        return of(System.getenv(), stream(FileDescriptor.out), stream(FileDescriptor.err));
    }

    static Terminal of(Map<String, String> environment, PrintStream out, PrintStream err) {
        String told = System.getProperty("steelyard.terminals");
        List<String> terminals = told == null ? askConsole() : List.of(told.split(",", -1));
        int columns = Math.max(40, Integer.getInteger("steelyard.columns", 80));
        return new Terminal(
                new Output(out, kind(environment, terminals.contains("out")), columns),
                new Output(err, kind(environment, terminals.contains("err")), columns));
    }

    @SuppressWarnings("SystemConsoleNull") // it is null again since Java 25, where standard input or output is a pipe
    private static List<String> askConsole() {
        Console console = System.console();
        return console != null && console.isTerminal() ? List.of("out", "err") : List.of();
    }

    private static Output.Kind kind(Map<String, String> environment, boolean terminal) {
        if (!terminal || "dumb".equals(environment.get("TERM"))) {
            return Output.Kind.PIPE;
        }
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                ? Output.Kind.COLOUR_TERMINAL
                : Output.Kind.PLAIN_TERMINAL;
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
