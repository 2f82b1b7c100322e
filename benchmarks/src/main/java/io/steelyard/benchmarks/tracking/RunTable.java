package io.steelyard.benchmarks.tracking;

/// Runs to search in, made by formulas, so that each side gets the same without being sent them. `load_mlflow.py` has
/// the same formulas.
///
/// @param runs how many runs, up to 1,000,002; a metric's values are all different
/// @param metrics how many metrics each has, `metric_0` and so on
/// @param params how many parameters each has, `param_0` and so on
/// @param tags how many tags each has, `tag_0` and so on
record RunTable(int runs, int metrics, int params, int tags) {
    static final long FIRST_START = 1_700_000_000_000L;
    private static final int LARGE = 1_000_000;
    private static final long PRIME = 1_000_003;

    /// As many values a run as one expects: 10 metrics, 10 parameters and 6 tags; from a million runs on 3, 3 and 2.
    static RunTable of(int runs) {
        return runs >= LARGE ? new RunTable(runs, 3, 3, 2) : new RunTable(runs, 10, 10, 6);
    }

    String name(int run) {
        return "run_%07d".formatted(run);
    }

    long startTime(int run) {
        return FIRST_START + run * 1000L;
    }

    /// From 0 (included) to 1 (excluded).
    double metric(int run, int metric) {
        return (run + 1L) * (2_654_435L + 97_531L * metric) % PRIME / (double) PRIME;
    }

    String param(int run, int param) {
        return "value_" + run * (param + 3L) % 97;
    }

    String tag(int run, int tag) {
        return "text_" + run * (tag + 5L) % 11;
    }
}
