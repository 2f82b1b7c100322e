package io.steelyard.tracking;

/// Where a run stands. The names are MLflow's.
public enum RunStatus {
    /// It goes on.
    RUNNING,
    /// It waits for a machine.
    SCHEDULED,
    /// It ended well.
    FINISHED,
    /// It ended with an error.
    FAILED,
    /// Somebody ended it.
    KILLED
}
