package io.steelyard.serving;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The time that a caller may give instead of now.
final class EventTimes {
    private EventTimes() {}

    /// Reads the value at which the parser stands.
    ///
    /// @param place what it is called in messages
    /// @return the time; null where it is null
    static @Nullable Instant read(JsonParser parser, String place) {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        Instant time = JsonTimes.instant(parser);
        if (time == null) {
            throw ServingException.invalid(place + " must be a time with its offset such as \"" + JsonTimes.EXAMPLE
                    + "\", not " + JsonText.found(parser));
        }
        return time;
    }
}
