package io.steelyard.server.imports;

import io.steelyard.artifacts.ArtifactException;
import io.steelyard.artifacts.ArtifactStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Copies artifacts that are not in the store yet. Links are not followed.
final class ArtifactCopy {
    private final ArtifactStore store;
    private int files;
    private long bytes;

    ArtifactCopy(ArtifactStore store) {
        this.store = store;
    }

    int files() {
        return files;
    }

    long bytes() {
        return bytes;
    }

    /// Copies a folder's files; one that is in the store with the same size is left as it is.
    void copy(Path folder, String target) {
        for (Path file : files(folder)) {
            String path = target;
            for (Path part : folder.relativize(file)) {
                path += "/" + part;
            }
            try {
                long size = Files.size(file);
                if (size == stored(path)) {
                    continue;
                }
                try (InputStream content = Files.newInputStream(file)) {
                    store.put(path, content);
                }
                files++;
                bytes += size;
            } catch (IOException e) {
                throw new ImportException("cannot read the artifact " + file + ": " + e.getMessage(), e);
            }
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new ImportException("cannot read the artifacts in " + folder + ": " + e.getMessage(), e);
        }
    }

    /// @return the size; -1: there is no such file
    private long stored(String path) {
        try {
            return store.sizeBytes(path);
        } catch (ArtifactException e) {
            if (e.kind() == ArtifactException.Kind.NOT_FOUND) {
                return -1;
            }
            throw e;
        }
    }
}
