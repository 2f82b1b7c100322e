package io.steelyard.sql;

import io.steelyard.sql.DatabaseException.Kind;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Connections that cannot write; each is opened when the others are busy, and stays open.
final class SqliteReaders implements AutoCloseable {
    private static final int READERS = 8;

    private final DatabaseUri.Sqlite uri;
    private final SqliteSource source;
    private final Semaphore free = new Semaphore(READERS, true);
    private final ConcurrentLinkedDeque<Reader> idle = new ConcurrentLinkedDeque<>();

    private final AtomicBoolean closed = new AtomicBoolean();

    private record Reader(SqliteConnection connection, DSLContext sql) {}

    SqliteReaders(DatabaseUri.Sqlite uri, SqliteSource source) {
        this.uri = uri;
        this.source = source;
    }

    <T extends @Nullable Object> T read(Function<? super DSLContext, ? extends T> work) throws SQLException {
        acquire();
        try {
            if (closed.get()) {
                throw new DatabaseException(Kind.UNREACHABLE, "The database " + uri + " was closed", null);
            }
            Reader pooled = idle.pollFirst();
            Reader reader = pooled == null ? open() : pooled;
            try {
                return inTransaction(reader, work);
            } finally {
                idle.addFirst(reader);
            }
        } finally {
            free.release();
        }
    }

    private void acquire() {
        try {
            if (!free.tryAcquire(SqliteSource.PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new DatabaseException(
                        Kind.BUSY, "The database " + uri + " is read by too many at once; try again", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException(
                    Kind.BUSY, "The database " + uri + " was not read: the thread was interrupted as it waited", e);
        }
    }

    private Reader open() throws SQLException {
        SqliteConnection connection = source.getConnection().withOwnTransactions();
        connection.run("PRAGMA query_only = 1");
        return new Reader(connection, Dialect.on(uri, connection));
    }

    private static <T extends @Nullable Object> T inTransaction(
            Reader reader, Function<? super DSLContext, ? extends T> work) throws SQLException {
        reader.connection.run("BEGIN");
        try {
            return work.apply(reader.sql);
        } finally {
            reader.connection.run("ROLLBACK");
        }
    }

    /// Waits for those that read.
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        free.acquireUninterruptibly(READERS);
        for (Reader reader : idle) {
            SqlFailure.closing(uri, reader.connection);
        }
        free.release(READERS);
    }
}
