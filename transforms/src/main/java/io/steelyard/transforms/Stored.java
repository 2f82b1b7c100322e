package io.steelyard.transforms;

import org.jspecify.annotations.Nullable;

/// The checks of a stored step: what its file does not have arrives as null.
final class Stored {
    private Stored() {}

    static <T> T present(String key, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("the key '" + key + "' is missing");
        }
        return value;
    }

    /// The value of a key that files of earlier versions do not have.
    static <T> T since(@Nullable T value, T before) {
        return value == null ? before : value;
    }
}
