package io.steelyard.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// A server's hold on its data folder: a lock that the operating system lets go of when the process ends, in whatever
/// way, and the server's record beside it.
public final class FolderClaim implements AutoCloseable {
    /// The locks of this process. On POSIX systems a process loses its lock of a file when it closes any channel to
    /// that file, so what this process holds must never be opened a second time.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private static final Duration PROBE = Duration.ofMillis(20);
    private static final int TRIES = 10;

    private final DataFolder folder;
    private final Path lock;
    private final FileChannel channel;

    private FolderClaim(DataFolder folder, Path lock, FileChannel channel) {
        this.folder = folder;
        this.lock = lock;
        this.channel = channel;
    }

    static FolderClaim take(DataFolder folder) {
        try {
            Path lock = real(folder.lock());
            if (!HELD_HERE.add(lock)) {
                throw held(folder);
            }
            FileChannel channel = null;
            try {
                channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (!locked(channel)) {
                    throw held(folder);
                }
                Files.deleteIfExists(folder.record());
                return new FolderClaim(folder, lock, channel);
            } catch (IOException | RuntimeException e) {
                if (channel != null) {
                    channel.close();
                }
                HELD_HERE.remove(lock);
                throw e;
            }
        } catch (IOException e) {
            throw new ServerException(
                    "cannot lock the data folder " + folder.path() + " (" + e.getMessage()
                            + "): make it writable, or choose another one with --data",
                    e);
        }
    }

    /// Whether a process, this one too, holds a folder.
    static boolean isHeld(DataFolder folder) {
        try {
            Path lock = real(folder.lock());
            if (HELD_HERE.contains(lock)) {
                return true;
            }
            if (!Files.exists(lock)) {
                return false;
            }
            // A shared lock, so that two who look do not take each other for the server.
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.READ)) {
                return channel.tryLock(0, Long.MAX_VALUE, true) == null;
            }
        } catch (IOException e) {
            throw new ServerException(
                    "cannot see whether a server runs on the data folder " + folder.path() + " (" + e.getMessage()
                            + "): make it readable, or choose another one with --data",
                    e);
        }
    }

    /// Tells commands where the server is.
    ///
    /// @param record the server
    /// @throws ServerException where it cannot be written
    public void publish(ServerRecord record) {
        record.write(folder.record());
    }

    /// Lets go of the folder. Closing it again does nothing.
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try (channel) {
            Files.deleteIfExists(folder.record());
        } catch (IOException e) {
            throw new ServerException("cannot let go of the data folder " + folder.path() + ": " + e.getMessage(), e);
        } finally {
            HELD_HERE.remove(lock);
        }
    }

    /// Locks; waits a moment where someone only looks whether a server runs.
    private static boolean locked(FileChannel channel) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            if (channel.tryLock() != null) {
                return true;
            }
            LockSupport.parkNanos(PROBE.toNanos());
        }
        return false;
    }

    /// One name for a file, whichever way leads to its folder.
    private static Path real(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path parent = absolute.getParent();
        return parent != null && Files.exists(parent)
                ? parent.toRealPath().resolve(file.getFileName())
                : absolute.normalize();
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
