package io.steelyard.cli;

/// The few colours of the command line.
enum Colour {
    GOOD("\u001b[32m"),
    WARN("\u001b[33m"),
    BAD("\u001b[31m"),
    FAINT("\u001b[2m"),
    STRONG("\u001b[1m");

    private final String escape;

    Colour(String escape) {
        this.escape = escape;
    }

    String escape() {
        return escape;
    }
}
