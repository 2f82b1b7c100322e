package io.steelyard.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A server's hold on its data folder: a lock that the operating system lets go of when the process ends, in whatever
/// way, and the server's record beside it.
public final class FolderClaim implements AutoCloseable {
    private final DataFolder folder;
    private final FileChannel channel;

    private FolderClaim(DataFolder folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static FolderClaim take(DataFolder folder) {
        try {
            FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw held(folder);
            }
            Files.deleteIfExists(folder.record());
            return new FolderClaim(folder, channel);
        } catch (IOException e) {
            throw new ServerException("cannot lock the data folder " + folder.path() + ": " + e.getMessage(), e);
        }
    }

    /// Whether a process, this one too, holds a lock.
    static boolean isHeld(Path lock) {
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            return !lock(channel);
        } catch (IOException e) {
            return false;
        }
    }

    /// Tells commands where the server is.
    ///
    /// @param record the server
    public void publish(ServerRecord record) {
        record.write(folder.record());
    }

    /// Lets go of the folder.
    @Override
    public void close() {
        try {
            Files.deleteIfExists(folder.record());
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static ServerException held(DataFolder folder) {
        String who = ServerRecord.read(folder.record())
                .map(record -> " (process " + record.pid() + ", " + record.url() + ")")
                .orElse("");
        return new ServerException(
                "a server already runs on the data folder " + folder.path() + who
                        + ": stop it, or choose another folder with --data",
                null);
    }
}
