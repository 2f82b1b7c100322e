package io.steelyard.mlflow.wire;

/// Which experiments or runs a search looks at. On the wire also a number: 1, 2 or 3.
public enum ViewType {
    /// Those in use.
    ACTIVE_ONLY,
    /// Those that were deleted.
    DELETED_ONLY,
    /// Both.
    ALL
}
