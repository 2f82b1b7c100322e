package io.steelyard.tracking.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.steelyard.tracking.Page;
import io.steelyard.tracking.Refusals;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pages of a list that is there as a whole. A token names a position in it.
final class InMemoryPages {
    private InMemoryPages() {}

    static <T> Page<T> page(List<T> all, int maxResults, @Nullable String token) {
        Refusals.checkMaxResults(maxResults);
        int from = Math.min(all.size(), position(token));
        int to = (int) Math.min(all.size(), (long) from + maxResults);
        return new Page<>(all.subList(from, to), to == all.size() ? null : token(to));
    }

    private static String token(int position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Integer.toString(position).getBytes(UTF_8));
    }

    private static int position(@Nullable String token) {
        if (token == null || token.isEmpty()) {
            return 0;
        }
        try {
            return Integer.parseUnsignedInt(new String(Base64.getUrlDecoder().decode(token), UTF_8));
        } catch (IllegalArgumentException e) {
            throw Refusals.noPageToken();
        }
    }
}
