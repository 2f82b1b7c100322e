package io.steelyard.server;

import java.io.IOException;
import java.io.UncheckedIOException;
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
    /// The folders that this process holds. It never opens their lock files again: where any channel on a file is
    /// closed, the operating system takes all of the process's locks on it away.
    private static final Set<Path> MINE = ConcurrentHashMap.newKeySet();

    /// A command that looks whether a server runs has the lock for a moment.
    private static final int TRIALS = 5;

    private static final Duration GLANCE = Duration.ofMillis(20);

    private final DataFolder folder;
    private final Path key;
    private final FileChannel channel;

    private FolderClaim(DataFolder folder, Path key, FileChannel channel) {
        this.folder = folder;
        this.key = key;
        this.channel = channel;
    }

    static synchronized FolderClaim take(DataFolder folder) {
        try {
            Path key = folder.path().toRealPath();
            if (!MINE.add(key)) {
                throw held(folder);
            }
            return new FolderClaim(folder, key, locked(folder, key));
        } catch (IOException e) {
            throw new ServerException("cannot lock the data folder " + folder.path() + ": " + e.getMessage(), e);
        }
    }

    /// Whether a server, one of this process too, has a folder.
    static synchronized boolean isHeld(DataFolder folder) {
        try {
            if (MINE.contains(folder.path().toRealPath())) {
                return true;
            }
            if (!Files.exists(folder.lock())) {
                return false;
            }
            try (FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.WRITE)) {
                return channel.tryLock() == null;
            }
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
        } finally {
            MINE.remove(key);
        }
    }

    private static FileChannel locked(DataFolder folder, Path key) throws IOException {
        try {
            FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            for (int trial = 0; trial < TRIALS; trial++) {
                if (channel.tryLock() != null) {
                    // What a server that was killed has left.
                    Files.deleteIfExists(folder.record());
                    return channel;
                }
                LockSupport.parkNanos(GLANCE.toNanos());
            }
            channel.close();
            throw held(folder);
        } catch (IOException | RuntimeException e) {
            MINE.remove(key);
            throw e;
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
