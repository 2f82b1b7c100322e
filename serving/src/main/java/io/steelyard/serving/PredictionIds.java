package io.steelyard.serving;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The ids by which predictions and labels find each other.
///
/// New ones are UUIDs of version 7 (RFC 9562): their first 48 bits are the time in milliseconds, the next twelve count within the
/// millisecond, so that they ascend in a process; the rest is random, so that processes do not meet.
final class PredictionIds {
    private static final int LONGEST = 200;
    private static final int COUNTER_BITS = 12;
    private static final long VERSION_7 = 0x7000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long RANDOM_BITS = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final AtomicLong LAST = new AtomicLong();

    /// Random that no other process has, whatever seeds the fast generator.
    private static final long PROCESS = new SecureRandom().nextLong();

    private PredictionIds() {}

    static String next() {
        long now = System.currentTimeMillis() << COUNTER_BITS;
        long ticks = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long high = (ticks >>> COUNTER_BITS) << 16 | VERSION_7 | (ticks & ((1 << COUNTER_BITS) - 1));
        long low = VARIANT | ((ThreadLocalRandom.current().nextLong() ^ PROCESS) & RANDOM_BITS);
        return new UUID(high, low).toString();
    }

    /// Reads the id at which the parser stands.
    ///
    /// @param place what it is called in messages
    static String read(JsonParser parser, String place) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw ServingException.invalid(place + " must be a string, not " + JsonText.found(parser));
        }
        String id = parser.getString();
        if (id.isEmpty() || id.length() > LONGEST) {
            throw ServingException.invalid(place + " must have 1 to " + LONGEST + " characters, not " + id.length()
                    + ": \"" + JsonText.quote(id) + '"');
        }
        return id;
    }

    static List<String> readAll(JsonParser parser, String place) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw ServingException.invalid(place + " must be a list of strings, not " + JsonText.found(parser));
        }
        List<String> ids = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String here = place + "[" + ids.size() + "]";
            String id = read(parser, here);
            if (!seen.add(id)) {
                throw ServingException.invalid(here + " stands twice: \"" + JsonText.quote(id) + '"');
            }
            ids.add(id);
        }
        return ids;
    }
}
