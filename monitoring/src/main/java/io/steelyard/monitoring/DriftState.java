package io.steelyard.monitoring;

/// What is decided of a column.
public enum DriftState {
    /// The column has moved: by chance it would hardly, and by enough to matter.
    DRIFTED,
    /// The column has not moved, or not by enough to matter.
    STABLE,
    /// There are too few rows to tell.
    TOO_FEW_ROWS
}
