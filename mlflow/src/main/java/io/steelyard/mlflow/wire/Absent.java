package io.steelyard.mlflow.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a list is that does not stand in the JSON.
final class Absent {
    private Absent() {}

    /// @return a copy of the list; empty where it is absent
    static <T> List<T> asEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
