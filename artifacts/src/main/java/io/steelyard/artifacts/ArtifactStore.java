package io.steelyard.artifacts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Keeps files under paths such as `3/0af1…/artifacts/model/MLmodel`.
///
/// A path has its parts divided by `/`, without a leading one. Paths that could lead out of the store are refused: see
/// [ArtifactPath]. All methods may be called from any number of threads. Each throws an [ArtifactException]: of kind
/// INVALID for a bad path, of kind NOT_FOUND where it says so, of kind FULL where the disk is, of kind FAILED where
/// reading or writing fails.
public interface ArtifactStore {
    /// Opens a store in a local folder.
    ///
    /// @param root the folder; it is made where it does not exist
    /// @return the store
    static ArtifactStore local(Path root) {
        return LocalArtifactStore.open(root);
    }

    /// Stores a file, or replaces it. Readers see the old content or the new one, never a part; when the method
    /// returns, the content is on the disk.
    ///
    /// @param path where it will stand
    /// @param content what it will hold, read to the end and left open; nothing is kept where reading fails
    void put(String path, InputStream content);

    /// Stores a local file, or a folder with all that is in it, file after file.
    ///
    /// @param path where the file or the folder will stand; empty: a folder's content goes to the root
    /// @param local what to copy; links are followed
    default void putAll(String path, Path local) {
        if (!Files.exists(local)) {
            throw ArtifactException.notFound("there is no file or folder " + local + " to store");
        }
        try (Stream<Path> found = Files.walk(local, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                try (InputStream content = Files.newInputStream(file)) {
                    put(ArtifactPath.join(path, local.relativize(file)), content);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw ArtifactException.failed("cannot copy " + local + " to " + path, e);
        }
    }

    /// Opens a file for reading.
    ///
    /// @param path where it stands
    /// @return its content, to be closed by the caller
    /// @throws ArtifactException of kind NOT_FOUND where there is no file
    InputStream open(String path);

    /// Opens a file for reading parts of it.
    ///
    /// @param path where it stands
    /// @return the file, to be closed by the caller
    /// @throws ArtifactException of kind NOT_FOUND where there is no file
    ArtifactFile file(String path);

    /// Measures a file.
    ///
    /// @param path where it stands
    /// @return its size in bytes
    /// @throws ArtifactException of kind NOT_FOUND where there is no file
    long sizeBytes(String path);

    /// Lists what stands directly in a folder.
    ///
    /// @param path the folder; empty: the root
    /// @return files and folders by path; none where there is no such folder, or where the path is a file
    List<ArtifactInfo> list(String path);

    /// Deletes a file, or a folder with all that is in it; nothing happens where there is none.
    ///
    /// @param path what to delete, not the root
    void delete(String path);

    /// Takes files in parts.
    ///
    /// @return the uploads of this store
    PartedUploads uploads();
}
