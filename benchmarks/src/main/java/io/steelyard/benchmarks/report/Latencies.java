package io.steelyard.benchmarks.report;

import java.util.Arrays;

/// How long requests took.
///
/// @param sortedNanos in nanoseconds, ascending; at least one
public record Latencies(long[] sortedNanos) {
    /// Sorts them.
    ///
    /// @param nanos in nanoseconds, at least one
    /// @return the latencies
    /// @throws IllegalArgumentException where there are none
    public static Latencies of(long... nanos) {
        if (nanos.length == 0) {
            throw new IllegalArgumentException("no request was answered");
        }
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    /// The nearest-rank percentile, in milliseconds.
    ///
    /// @param percent from 0 (excluded) to 100
    /// @return the value at that rank
    public double percentileMillis(double percent) {
        int rank = (int) Math.ceil(percent / 100 * sortedNanos.length);
        return sortedNanos[Math.max(rank, 1) - 1] / 1e6;
    }
}
