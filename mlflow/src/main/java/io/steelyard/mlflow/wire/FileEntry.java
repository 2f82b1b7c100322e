package io.steelyard.mlflow.wire;

import org.jspecify.annotations.Nullable;

/// A file or folder among the artifacts.
///
/// @param path its path below the root
/// @param isDir whether it is a folder
/// @param fileSize its size in bytes; absent: it is a folder
public record FileEntry(
        @Required String path, Boolean isDir, @Nullable Long fileSize) {}
