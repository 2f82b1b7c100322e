package io.steelyard.tracking;

import org.jspecify.annotations.Nullable;

/// What is to change of a run.
///
/// @param status where it stands now; null: unchanged
/// @param endTimeMillis when it ended, in milliseconds since 1970-01-01 UTC; null: unchanged
/// @param name its new name; null or empty: unchanged
public record RunUpdate(
        @Nullable RunStatus status,
        @Nullable Long endTimeMillis,
        @Nullable String name) {
    /// Ends a run.
    ///
    /// @param status how
    /// @param endTimeMillis when
    /// @return the change
    public static RunUpdate ended(RunStatus status, long endTimeMillis) {
        return new RunUpdate(status, endTimeMillis, null);
    }
}
