package io.steelyard.mlflow.wire;

/// Where a logged model stands. On the wire also a number: 1, 2 or 3.
public enum ModelStatus {
    /// Its files are being written.
    LOGGED_MODEL_PENDING,
    /// It can be used.
    LOGGED_MODEL_READY,
    /// Writing its files failed.
    LOGGED_MODEL_UPLOAD_FAILED
}
