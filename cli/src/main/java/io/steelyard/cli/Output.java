package io.steelyard.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// One of the two ways out of a command, and what may be written there.
///
/// @param stream where text goes, as UTF-8
/// @param kind what reads it
/// @param columns the width of a terminal's line; for a pipe it has no meaning
record Output(PrintStream stream, Kind kind, int columns) {
    /// What reads the text.
    enum Kind {
        /// A file or another program: plain lines, no escape codes.
        PIPE,
        /// A terminal whose user wants no colours: lines may be drawn again.
        PLAIN_TERMINAL,
        /// A terminal.
        COLOUR_TERMINAL
    }

    Output {
        if (columns < 20) {
            throw new IllegalArgumentException("columns is " + columns + ", but must be at least 20");
        }
    }

    /// A way out into a file or another program.
    static Output pipe(PrintStream stream) {
        return new Output(stream, Kind.PIPE, 80);
    }

    /// Whether the last line can be drawn again.
    boolean isTerminal() {
        return kind != Kind.PIPE;
    }

    /// The text in a colour, where the reader wants colours.
    String colour(Colour colour, String text) {
        return kind == Kind.COLOUR_TERMINAL ? colour.escape() + text + "\u001b[0m" : text;
    }

    /// The stream for libraries that want a writer; it flushes at each line.
    PrintWriter writer() {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    void line(String text) {
        stream.println(text);
    }
}
