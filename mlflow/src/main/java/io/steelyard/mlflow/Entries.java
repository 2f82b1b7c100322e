package io.steelyard.mlflow;

import io.steelyard.mlflow.wire.Entry;
import io.steelyard.tracking.Lifecycle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Small things that several endpoints spell alike.
final class Entries {
    private Entries() {}

    /// @return the values by key, in their order; of two with the same key the last
    static Map<String, String> map(List<Entry> entries) {
        Map<String, String> map = new LinkedHashMap<>();
        for (Entry entry : entries) {
            map.put(entry.key(), text(entry.value()));
        }
        return map;
    }

    /// @return the entries by key
    static List<Entry> of(Map<String, String> values) {
        return values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> new Entry(e.getKey(), e.getValue()))
                .toList();
    }

    /// @return the text, or an empty one where it is absent, as Protocol Buffers have it
    static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /// @return the text, or null where it is empty
    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    static String stage(Lifecycle lifecycle) {
        return lifecycle.name().toLowerCase(Locale.ROOT);
    }
}
