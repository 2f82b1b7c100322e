package io.steelyard.batch;

/// Told how far a batch has come, in the batch's own thread.
@FunctionalInterface
public interface BatchListener {
    /// A chunk is scored and written.
    ///
    /// @param rows how many rows are done by now
    void onRows(long rows);
}
