package io.steelyard.tracking.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.steelyard.tracking.Page;
import io.steelyard.tracking.Refusals;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pages of a list that is there as a whole. A token names a position in it, and the list.
final class InMemoryPages {
    private static final String BETWEEN = ",";

    private InMemoryPages() {}

    /// @param list what makes the list the one it is: a token of another one is refused
    static <T> Page<T> page(List<T> all, int maxResults, @Nullable String token, Object... list) {
        Refusals.checkMaxResults(maxResults);
        String name = Integer.toHexString(List.of(list).toString().hashCode());
        int from = Math.min(all.size(), position(name, token));
        int to = (int) Math.min(all.size(), (long) from + maxResults);
        return new Page<>(all.subList(from, to), to == all.size() ? null : token(name, to));
    }

    private static String token(String name, int position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((name + BETWEEN + position).getBytes(UTF_8));
    }

    private static int position(String name, @Nullable String token) {
        if (token == null || token.isEmpty()) {
            return 0;
        }
        try {
            String read = new String(Base64.getUrlDecoder().decode(token), UTF_8);
            if (read.startsWith(name + BETWEEN)) {
                return Integer.parseUnsignedInt(read.substring(name.length() + BETWEEN.length()));
            }
        } catch (IllegalArgumentException e) {
            // Answered below, as a token of another list.
        }
        throw Refusals.noPageToken();
    }
}
