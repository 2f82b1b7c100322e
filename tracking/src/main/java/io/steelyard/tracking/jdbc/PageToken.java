package io.steelyard.tracking.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.steelyard.tracking.Page;
import io.steelyard.tracking.Refusals;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where a page begins: after the row with these sort values, so that a far page costs no more than the first.
///
/// @param parts the values
record PageToken(List<String> parts) {
    private static final String BETWEEN = ",";

    static PageToken of(Object... parts) {
        return new PageToken(List.of(parts).stream().map(Object::toString).toList());
    }

    /// Reads a token that [#text] wrote.
    ///
    /// @return null for no token
    static @Nullable PageToken read(@Nullable String token, int parts) {
        if (token == null || token.isEmpty()) {
            return null;
        }
        try {
            PageToken read =
                    new PageToken(List.of(new String(Base64.getUrlDecoder().decode(token), UTF_8).split(BETWEEN, -1)));
            if (read.parts.size() == parts) {
                return read;
            }
        } catch (IllegalArgumentException e) {
            // Answered below, as any other text that is no token.
        }
        throw Refusals.noPageToken();
    }

    static <T> Page<T> page(List<T> found, int maxResults, Function<T, PageToken> token) {
        if (found.size() <= maxResults) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, maxResults);
        return new Page<>(items, token.apply(items.getLast()).text());
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(BETWEEN, parts).getBytes(UTF_8));
    }

    String part(int index) {
        return parts.get(index);
    }

    long number(int index) {
        try {
            return Long.parseLong(parts.get(index));
        } catch (NumberFormatException e) {
            throw Refusals.noPageToken();
        }
    }
}
