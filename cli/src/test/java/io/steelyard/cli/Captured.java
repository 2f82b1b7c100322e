package io.steelyard.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// What a command wrote and how it ended.
record Captured(int exit, String out, String err) {
    /// Runs a command as in a pipe.
    static Captured run(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = Main.run(
                new Terminal(
                        Output.pipe(new PrintStream(out, true, StandardCharsets.UTF_8)),
                        Output.pipe(new PrintStream(err, true, StandardCharsets.UTF_8))),
                args);
        return new Captured(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
