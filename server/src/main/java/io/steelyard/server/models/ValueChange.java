package io.steelyard.server.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A text that differs.
///
/// @param key its name
/// @param from its value in the one version; null: it is not there
/// @param to its value in the other version; null: it is not there
public record ValueChange(
        String key, @Nullable String from, @Nullable String to) {
    static List<ValueChange> between(Map<String, String> from, Map<String, String> to) {
        TreeSet<String> keys = new TreeSet<>(from.keySet());
        keys.addAll(to.keySet());
        List<ValueChange> changes = new ArrayList<>();
        for (String key : keys) {
            String before = from.get(key);
            String after = to.get(key);
            if (before == null || !before.equals(after)) {
                changes.add(new ValueChange(key, before, after));
            }
        }
        return changes;
    }
}
