package io.steelyard.artifacts;

/// One entry of a folder of artifacts.
///
/// @param path its whole path in the store
/// @param kind file or folder
/// @param sizeBytes a file's size; 0 for a folder
public record ArtifactInfo(String path, Kind kind, long sizeBytes) {
    /// What an entry is.
    public enum Kind {
        /// A file.
        FILE,
        /// A folder.
        FOLDER
    }

    /// Gives the last part of the path.
    ///
    /// @return the name in its folder
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
