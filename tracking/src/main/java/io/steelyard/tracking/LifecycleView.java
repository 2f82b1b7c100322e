package io.steelyard.tracking;

/// Which experiments or runs a search looks at.
public enum LifecycleView {
    /// Those in use.
    ACTIVE_ONLY,
    /// Those that were deleted and can be restored.
    DELETED_ONLY,
    /// Both.
    ALL;

    /// Says whether a search looks at something.
    ///
    /// @param lifecycle whether it is in use
    /// @return true where the search looks at it
    public boolean shows(Lifecycle lifecycle) {
        return switch (this) {
            case ACTIVE_ONLY -> lifecycle == Lifecycle.ACTIVE;
            case DELETED_ONLY -> lifecycle == Lifecycle.DELETED;
            case ALL -> true;
        };
    }
}
