package io.steelyard.data;

import org.jspecify.annotations.Nullable;

/// A file that is not as a manifest says.
///
/// @param file the file's name in the manifest
/// @param kind what is different
/// @param expected the SHA-256 that the manifest names; null for a file that is not in it
/// @param found the SHA-256 of the file as it is; null for one that is not there
public record FileDifference(
        String file,
        Kind kind,
        @Nullable String expected,
        @Nullable String found) {
    /// What is different.
    public enum Kind {
        /// The file has other bytes.
        CHANGED,
        /// The file is not there.
        MISSING,
        /// The file is there and not in the manifest.
        ADDED
    }
}
