package io.steelyard.sql;

import io.steelyard.sql.DatabaseException.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/// The one who writes to a SQLite file: a thread that does the work of all callers. What waits for it at the same time is
/// committed together, so that many callers pay for one flush of the disk; each piece of work stands in a savepoint, so
/// that one that fails takes no other with it. Nobody waits for others to come: a lone caller's work is committed at once.
///
/// A caller whose thread is interrupted still gets its work's outcome, for a commit cannot be called back.
final class GroupWriter implements AutoCloseable {
    /// How much is committed together at most: what is longer keeps the first of the group waiting.
    private static final int MAX_WORKS = 512;

    private static final long MAX_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final DatabaseUri.Sqlite uri;
    private final SqliteSource source;
    private final Runnable committed;
    private final BlockingQueue<Work<?>> waiting = new LinkedBlockingQueue<>();
    private final Work<?> end = new Work<>(sql -> null);
    private final Thread thread;
    private boolean closed;

    /// The writing thread's own.
    private SqliteConnection connection;

    private DSLContext sql;

    /// @param committed told after each commit
    GroupWriter(DatabaseUri.Sqlite uri, SqliteSource source, Runnable committed) throws SQLException {
        this.uri = uri;
        this.source = source;
        this.committed = committed;
        connection = source.getConnection().withOwnTransactions();
        sql = Dialect.on(uri, connection);
        thread = Thread.ofPlatform().daemon().name("steelyard-writer").unstarted(this::write);
        thread.start();
    }

    <T extends @Nullable Object> T transact(Function<? super DSLContext, ? extends T> task) throws SQLException {
        Work<T> work = new Work<>(task);
        synchronized (waiting) {
            if (closed) {
                throw new DatabaseException(Kind.UNREACHABLE, "The database " + uri + " was closed", null);
            }
            waiting.add(work);
        }
        return work.outcome();
    }

    boolean isWriting() {
        return Thread.currentThread() == thread;
    }

    private void write() {
        try {
            for (Work<?> first = waiting.take(); first != end; first = waiting.take()) {
                writeGroup(first);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the thread that writes to " + uri, e);
        } finally {
            SqlFailure.closing(uri, connection);
        }
    }

    private void writeGroup(Work<?> first) {
        List<Work<?>> group = new ArrayList<>();
        group.add(first);
        @Nullable Throwable failure = null;
        try {
            begin();
            long latest = System.nanoTime() + MAX_NANOS;
            Work<?> work = first;
            while (work != null) {
                attempt(work);
                work = group.size() < MAX_WORKS && System.nanoTime() < latest ? next(group) : null;
            }
            connection.run("COMMIT");
            committed.run();
        } catch (SQLException | RuntimeException | Error e) {
            failure = e;
            rollback(e);
        }
        for (Work<?> work : group) {
            work.end(failure);
        }
    }

    private @Nullable Work<?> next(List<Work<?>> group) {
        Work<?> work = waiting.peek();
        if (work == null || work == end) {
            return null;
        }
        waiting.remove();
        group.add(work);
        return work;
    }

    private void begin() throws SQLException {
        try {
            connection.run("BEGIN IMMEDIATE");
        } catch (SQLException e) {
            if (SqlFailure.of(uri, e).kind() == Kind.BUSY) {
                throw e;
            }
            // A connection that cannot begin is of no use any more.
            SqlFailure.closing(uri, connection);
            connection = source.getConnection().withOwnTransactions();
            sql = Dialect.on(uri, connection);
            connection.run("BEGIN IMMEDIATE");
        }
    }

    /// Does one piece of work.
    ///
    /// @throws SQLException where the whole transaction is lost
    private void attempt(Work<?> work) throws SQLException {
        connection.run("SAVEPOINT work");
        Throwable failure = work.attempt(sql);
        try {
            if (failure != null) {
                connection.run("ROLLBACK TO work");
            }
            connection.run("RELEASE work");
        } catch (SQLException e) {
            // SQLite takes the whole transaction back where the disk is full or fails: that is the reason then.
            throw failure instanceof SQLException || failure instanceof DataAccessException
                    ? new SQLException(failure)
                    : e;
        }
    }

    private void rollback(Throwable reason) {
        try {
            connection.run("ROLLBACK");
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /// Does what still waits, then ends.
    @Override
    public void close() {
        synchronized (waiting) {
            if (closed) {
                return;
            }
            closed = true;
            waiting.add(end);
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
