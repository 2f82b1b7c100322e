package io.steelyard.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/// A file that is being written beside the place where it will stand: it appears there whole, or not at all.
final class PendingFile implements AutoCloseable {
    private final Path target;
    private final Path path;

    private PendingFile(Path target, Path path) {
        this.target = target;
        this.path = path;
    }

    static PendingFile beside(Path target) {
        Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent(), "a file has a folder");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new DataException(DataException.Kind.UNREADABLE, "cannot make the folder " + folder + ": " + e, e);
        }
        return new PendingFile(target, folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp"));
    }

    Path path() {
        return path;
    }

    /// Puts the file in place once its bytes are on the disk.
    void complete() {
        try (FileChannel written = FileChannel.open(path, StandardOpenOption.WRITE)) {
            written.force(true);
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new DataException(DataException.Kind.UNREADABLE, "cannot put " + target + " in place: " + e, e);
        }
    }

    /// Removes what was written, unless it is in place.
    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new DataException(DataException.Kind.UNREADABLE, "cannot remove " + path + ": " + e, e);
        }
    }
}
