package io.steelyard.server;

import io.steelyard.artifacts.ArtifactInfo;
import io.steelyard.artifacts.ArtifactStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Copies artifacts of a data folder's own store to files.
public final class ArtifactCopy {
    private ArtifactCopy() {}

    /// Copies a file, or a folder with all that is in it.
    ///
    /// @param platform the stores
    /// @param uri where the artifacts stand, for example `mlflow-artifacts:/1/0af…/artifacts`
    /// @param below a path below it; empty: all
    /// @param target the folder into which it goes; it is made where it does not exist
    /// @return the file or folder that is there now
    /// @throws ArtifactException of kind NOT_FOUND where there is nothing, of kind INVALID where the artifacts are kept elsewhere
    public static Path fetch(Platform platform, String uri, String below, Path target) {
        String path = ArtifactLocation.path(uri, below);
        ArtifactStore store = platform.artifacts();
        Path copy = target.resolve(path.substring(path.lastIndexOf('/') + 1));
        List<ArtifactInfo> entries = store.list(path);
        try {
            Files.createDirectories(target);
            if (entries.isEmpty()) {
                file(store, path, copy);
            } else {
                folder(store, entries, copy);
            }
        } catch (IOException e) {
            throw new ServerException("cannot write below " + target + ": " + e, e);
        }
        return copy;
    }

    private static void folder(ArtifactStore store, List<ArtifactInfo> entries, Path target) throws IOException {
        Files.createDirectories(target);
        for (ArtifactInfo entry : entries) {
            Path copy = target.resolve(entry.name());
            switch (entry.kind()) {
                case FILE -> file(store, entry.path(), copy);
                case FOLDER -> folder(store, store.list(entry.path()), copy);
            }
        }
    }

    private static void file(ArtifactStore store, String path, Path target) throws IOException {
        try (InputStream content = store.open(path)) {
            Files.copy(content, target);
        }
    }
}
