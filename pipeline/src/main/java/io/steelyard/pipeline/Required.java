package io.steelyard.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The checks of a spec's keys: what is absent from a YAML file arrives as null.
final class Required {
    private Required() {}

    static void present(String key, @Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException("the key '" + key + "' is missing");
        }
    }

    static void text(String key, @Nullable String value) {
        present(key, value);
        if (value != null && value.isBlank()) {
            throw new IllegalArgumentException("'" + key + "' must not be blank");
        }
    }

    static <T> List<T> nonEmpty(String key, @Nullable List<T> values) {
        if (values == null || values.isEmpty()) {
            throw new IllegalArgumentException("'" + key + "' needs at least one entry");
        }
        return List.copyOf(values);
    }

    static <T> List<T> listOrEmpty(@Nullable List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }

    static <T> T orElse(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
