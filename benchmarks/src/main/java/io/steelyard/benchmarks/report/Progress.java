package io.steelyard.benchmarks.report;

/// Tells on standard error how far a benchmark is.
public final class Progress {
    private Progress() {}

    /// Writes a line.
    ///
    /// @param text the line
    public static void say(String text) {
        System.err.println(text);
    }
}
