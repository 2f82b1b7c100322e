package io.steelyard.client;

import io.steelyard.mlflow.wire.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Texts of an answer. MLflow leaves out what is empty.
final class WireText {
    private WireText() {}

    static String of(@Nullable String text) {
        return text == null ? "" : text;
    }

    static Map<String, String> map(List<Entry> entries) {
        Map<String, String> values = new HashMap<>();
        entries.forEach(entry -> values.put(entry.key(), of(entry.value())));
        return values;
    }
}
