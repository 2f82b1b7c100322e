package io.steelyard.tracking;

/// Whether an experiment or a run is in use.
public enum Lifecycle {
    /// In use.
    ACTIVE,
    /// Deleted, but it can be restored.
    DELETED
}
