package io.steelyard.monitoring;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// Which predictions are looked at, and whose days divide them.
///
/// @param from the earliest event time, included
/// @param until the event time before which all lie
/// @param zone the time zone in which months and weeks begin
public record WatchedTime(Instant from, Instant until, ZoneId zone) {
    /// The first and the last instant of the years 1 to 9999.
    private static final WatchedTime EVER = new WatchedTime(
            Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T00:00:00Z"), ZoneId.of("UTC"));

    public WatchedTime {
        // The table engine knows UTC by this name alone, not as Java's "Z".
        zone = zone.normalized().equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone;
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "a stretch of time must end after it begins, not " + from + " to " + until);
        }
    }

    /// All predictions, in UTC.
    ///
    /// @return the stretch
    public static WatchedTime ever() {
        return EVER;
    }
}
