package io.steelyard.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/// An open database. All methods may be called from any number of threads; close it when no call is under way.
///
/// With SQLite one transaction writes at a time, the others wait for their turn; readers see the last committed state
/// and never wait. A transaction that returned is on the disk (write-ahead log, `synchronous=FULL`). Several processes
/// may open one SQLite file of a local disk.
public final class Database implements AutoCloseable {
    private final DatabaseUri uri;
    private final Pools pools;
    private final ThreadLocal<Boolean> writing = ThreadLocal.withInitial(() -> false);

    private Database(DatabaseUri uri, Pools pools) {
        this.uri = uri;
        this.pools = pools;
    }

    /// Opens a database; a SQLite file is made where there is none, with the folders above it.
    ///
    /// @param uri where it is
    /// @return the database, to be closed by the caller
    /// @throws DatabaseException where it cannot be opened or is none
    public static Database open(DatabaseUri uri) {
        return new Database(uri, Pools.open(uri));
    }

    /// Brings a room's tables to the newest version. Where they have it already this costs one query. A SQLite file
    /// with an older version of these tables is first copied to `<file>.before-<room>-<version>.bak` beside it; then
    /// every step runs in a transaction. Other processes may do the same at the same time.
    ///
    /// @param set the room's migrations
    /// @throws DatabaseException of kind NEWER where the tables have a version that this program does not know
    public void migrate(MigrationSet set) {
        new Migrator(uri, pools, set).migrate();
    }

    /// Does work in one transaction that may write: committed when the work returns, rolled back when it throws.
    ///
    /// @param work what to do; it must not call this database again
    /// @param <T> the result's type
    /// @return what the work returned
    /// @throws DatabaseException where the database refuses; what the work itself throws goes through as it is
    public <T extends @Nullable Object> T transact(Function<? super DSLContext, ? extends T> work) {
        refuseInside("transact");
        writing.set(true);
        try (Connection connection = pools.writer().getConnection()) {
            return inTransaction(connection, work);
        } catch (SQLException | DataAccessException e) {
            throw SqlFailure.of(uri, e);
        } finally {
            writing.remove();
        }
    }

    /// Does work that only reads; all its queries see the same state (with PostgreSQL: each query the state at its own
    /// start).
    ///
    /// @param work what to do; writing is refused
    /// @param <T> the result's type
    /// @return what the work returned
    /// @throws DatabaseException where the database refuses
    public <T extends @Nullable Object> T read(Function<? super DSLContext, ? extends T> work) {
        refuseInside("read");
        try (Connection connection = pools.reader().getConnection()) {
            return inTransaction(connection, work);
        } catch (SQLException | DataAccessException e) {
            throw SqlFailure.of(uri, e);
        }
    }

    private <T extends @Nullable Object> T inTransaction(
            Connection connection, Function<? super DSLContext, ? extends T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.apply(Dialect.on(uri, connection));
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            rollback(connection, e);
            throw e;
        }
    }

    private static void rollback(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private void refuseInside(String method) {
        if (writing.get()) {
            throw new IllegalStateException(method + " inside transact: use the DSLContext that the work was given");
        }
    }

    /// Says where it is.
    ///
    /// @return the URI it was opened with
    public DatabaseUri uri() {
        return uri;
    }

    @Override
    public void close() {
        pools.close();
    }
}
