package io.steelyard.serving;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Times in JSON, as RFC 3339 writes them.
final class JsonTimes {
    static final String EXAMPLE = "2013-10-01T12:00:00Z";

    /// Outside of these years a time is a mistake of unit, and would not fit into microseconds either.
    private static final int FIRST_YEAR = 1;

    private static final int LAST_YEAR = 9999;

    private JsonTimes() {}

    /// The parser's current value where it is a time with its offset, of the years 1 to 9999; else null.
    static @Nullable Instant instant(JsonParser value) {
        if (value.currentToken() != JsonToken.VALUE_STRING) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(value.getString());
            return time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR ? null : time.toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// The same in microseconds since 1970-01-01 UTC.
    static @Nullable Long micros(JsonParser value) {
        Instant instant = instant(value);
        return instant == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
