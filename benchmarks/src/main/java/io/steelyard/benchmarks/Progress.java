package io.steelyard.benchmarks;

/// Tells on standard error how far a benchmark is.
final class Progress {
    private Progress() {}

    static void say(String text) {
        System.err.println(text);
    }
}
