package io.steelyard.server.models;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Moments as people write them.
public final class Moments {
    private Moments() {}

    /// Writes a moment.
    ///
    /// @param millis milliseconds since 1970-01-01 UTC
    /// @return for example `2026-03-03T12:00:00Z`
    public static String text(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    /// Reads a moment.
    ///
    /// @param text `2026-03-03T12:00:00Z`, `2026-03-03T12:00Z`, `2026-03-03T13:00+01:00`, `2026-03-03T12:00` (UTC), or a
    ///     date, which means its end: what was there when the day was over, in UTC
    /// @return the moment
    /// @throws IllegalArgumentException where it is none
    public static Instant read(String text) {
        try {
            if (text.indexOf('T') < 0) {
                return LocalDate.parse(text)
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .minusMillis(1);
            }
            return DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from)
                            instanceof OffsetDateTime moment
                    ? moment.toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no moment: write for example 2026-03-03T12:00Z, or a date such as 2026-03-03",
                    e);
        }
    }
}
