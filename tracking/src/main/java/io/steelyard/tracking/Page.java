package io.steelyard.tracking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a longer list.
///
/// @param items what this part holds
/// @param nextToken what to ask for the next part with; null: this was the last
/// @param <T> what the list holds
public record Page<T>(List<T> items, @Nullable String nextToken) {
    public Page {
        items = List.copyOf(items);
    }
}
