package io.steelyard.features;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/// Lengths of time in microseconds, the unit of event times.
final class Micros {
    private Micros() {}

    static long of(Duration length) {
        return TimeUnit.MICROSECONDS.convert(length);
    }

    /// Checks a length.
    ///
    /// @throws IllegalArgumentException where it is not more than zero, or no whole number of microseconds
    static void require(Duration length, String what) {
        if (!length.isPositive() || !length.equals(length.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException(what + " must be more than zero, in whole microseconds, not " + length);
        }
    }
}
