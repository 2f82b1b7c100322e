package io.steelyard.batch;

/// Told how far a batch has come, in the thread that runs it.
@FunctionalInterface
public interface BatchListener {
    /// The batch goes on. Called at the start, about ten times a second, and at the end.
    ///
    /// @param progress how far it has come
    void onProgress(BatchProgress progress);

    /// The finished parts of an earlier process cannot be used: the batch starts over.
    ///
    /// @param why what differs
    default void onStartOver(String why) {}
}
