package io.steelyard.server.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A metric that differs; NaN equals NaN.
///
/// @param key its name
/// @param from its value in the one version; null: it is not there
/// @param to its value in the other version; null: it is not there
/// @param difference `to - from`; null: one of them is not there
public record MetricChange(
        String key,
        @Nullable Double from,
        @Nullable Double to,
        @Nullable Double difference) {
    static List<MetricChange> between(Map<String, Double> from, Map<String, Double> to) {
        TreeSet<String> keys = new TreeSet<>(from.keySet());
        keys.addAll(to.keySet());
        List<MetricChange> changes = new ArrayList<>();
        for (String key : keys) {
            Double before = from.get(key);
            Double after = to.get(key);
            if (before == null || !before.equals(after)) {
                changes.add(
                        new MetricChange(key, before, after, before == null || after == null ? null : after - before));
            }
        }
        return changes;
    }
}
