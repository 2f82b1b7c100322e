package io.steelyard.sql;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/// Brings what was committed from the write-ahead log into the file, beside the writer: without it the writer would do so
/// itself and everybody would wait meanwhile. The log begins anew when the writer finds that nothing is left to bring
/// (see [SqliteSource]).
final class WalKeeper implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(WalKeeper.class.getName());

    /// Many commits are brought over at once.
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final DatabaseUri.Sqlite uri;
    private final SqliteSource source;
    private final Semaphore wanted = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    WalKeeper(DatabaseUri.Sqlite uri, SqliteSource source) {
        this.uri = uri;
        this.source = source;
        thread = Thread.ofPlatform().daemon().name("steelyard-checkpoint").unstarted(this::keep);
    }

    void start() {
        thread.start();
    }

    /// Says that something was committed. Returns at once.
    void committed() {
        if (wanted.availablePermits() == 0) {
            wanted.release();
        }
    }

    private void keep() {
        try {
            wanted.acquire();
            SqliteConnection connection = source.getConnection();
            try {
                while (!closed) {
                    Thread.sleep(PAUSE);
                    wanted.drainPermits();
                    checkpoint(connection);
                    wanted.acquire();
                }
            } finally {
                SqlFailure.closing(uri, connection);
            }
        } catch (InterruptedException e) {
            // Closed.
        } catch (SQLException e) {
            LOGGER.log(Level.WARNING, "The log of the database " + uri + " is left to its writer", e);
        }
    }

    private void checkpoint(SqliteConnection connection) {
        try {
            connection.run("PRAGMA wal_checkpoint(PASSIVE)");
        } catch (SQLException e) {
            LOGGER.log(Level.WARNING, "The log of the database " + uri + " could not be brought into its file", e);
        }
    }

    /// Waits for a checkpoint under way.
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
