package io.steelyard.benchmarks.tracking;

import java.time.Duration;

/// How long a benchmark measures.
///
/// @param rounds how often each side has its turn; a figure is the median over them
/// @param turn how long one turn of load is
/// @param warmUp how long a turn's requests are sent before they are measured
/// @param starts how often each server is started
/// @param rest how long a server is left alone before its idle memory is read
/// @param history how many points the history that is read has
/// @param patience how long a side is asked the same search: at least three times, at most [#MOST_SEARCHES] times
record Pace(int rounds, Duration turn, Duration warmUp, int starts, Duration rest, int history, Duration patience) {
    static final int LEAST_SEARCHES = 3;
    static final int MOST_SEARCHES = 200;

    static Pace full() {
        return new Pace(
                3,
                Duration.ofSeconds(8),
                Duration.ofSeconds(2),
                5,
                Duration.ofSeconds(5),
                100_000,
                Duration.ofSeconds(10));
    }

    static Pace quick() {
        return new Pace(
                1,
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                2,
                Duration.ofSeconds(1),
                30_000,
                Duration.ofSeconds(2));
    }
}
