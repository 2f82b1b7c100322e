package io.steelyard.tracking;

/// Where a logged model stands.
public enum LoggedModelStatus {
    /// Its files are being written.
    PENDING,
    /// It can be used.
    READY,
    /// Writing its files failed.
    UPLOAD_FAILED
}
