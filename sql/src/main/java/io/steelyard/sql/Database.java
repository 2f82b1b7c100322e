package io.steelyard.sql;

import io.steelyard.sql.DatabaseException.Kind;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/// An open database. All methods may be called from any number of threads; close it when no call is under way.
///
/// With SQLite one thread writes; what several callers want written at the same time is committed together, and each of
/// them returns after that. Readers see the last committed state and never wait. A transaction that returned is on the
/// disk (write-ahead log, `synchronous=FULL`). Several processes may open one SQLite file of a local disk.
public final class Database implements AutoCloseable {
    private final DatabaseUri uri;
    private final Connections connections;
    private final Deque<Runnable> attached = new ConcurrentLinkedDeque<>();

    private Database(DatabaseUri uri, Connections connections) {
        this.uri = uri;
        this.connections = connections;
    }

    /// Opens a database; a SQLite file is made where there is none, with the folders above it.
    ///
    /// @param uri where it is
    /// @return the database, to be closed by the caller
    /// @throws DatabaseException where it cannot be opened or is none
    public static Database open(DatabaseUri uri) {
        return new Database(uri, Connections.open(uri));
    }

    /// Brings a room's tables to the newest version. Where they have it already this costs one query. A SQLite file
    /// with an older version of these tables is first copied to `<file>.before-<room>-<version>.bak` beside it; then
    /// every step runs in a transaction. Other processes may do the same at the same time.
    ///
    /// @param set the room's migrations
    /// @throws DatabaseException of kind NEWER where the tables have a version that this program does not know
    public void migrate(MigrationSet set) {
        new Migrator(uri, connections, set).migrate();
    }

    /// Does work that may write: committed when this returns, rolled back when the work throws. With SQLite the work runs
    /// in the writer's thread and shares its commit with other callers' work, whose fate it does not share; where the
    /// commit itself fails, each of them gets the exception.
    ///
    /// @param work what to do; it must not call this database again, and should be short, for others wait behind it
    /// @param <T> the result's type
    /// @return what the work returned
    /// @throws DatabaseException where the database refuses; what the work itself throws goes through as it is
    public <T extends @Nullable Object> T transact(Function<? super DSLContext, ? extends T> work) {
        refuseInside("transact");
        try {
            return connections.transact(work);
        } catch (SQLException | DataAccessException e) {
            throw SqlFailure.of(uri, e);
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
        try {
            return connections.read(work);
        } catch (SQLException | DataAccessException e) {
            throw SqlFailure.of(uri, e);
        }
    }

    private void refuseInside(String method) {
        if (connections.isWriting()) {
            throw new IllegalStateException(method + " inside transact: use the DSLContext that the work was given");
        }
    }

    /// Says where it is.
    ///
    /// @return the URI it was opened with
    public DatabaseUri uri() {
        return uri;
    }

    /// Copies a SQLite database to a new file, consistently, while it goes on being used: the copy holds what was
    /// committed when this was called, and perhaps a little more.
    ///
    /// @param target the copy; there is no such file yet, its folder is there
    /// @throws DatabaseException of kind CONFLICT where the target exists; of kind FAILED for a PostgreSQL database, which
    ///     its own tools copy; of another kind where the copy cannot be written
    public void copyTo(Path target) {
        if (!(uri instanceof DatabaseUri.Sqlite)) {
            throw new DatabaseException(
                    Kind.FAILED,
                    "The database " + uri + " is PostgreSQL's, which is not copied to a file.\n"
                            + "Use PostgreSQL's own tool, for example: pg_dump --format=custom --file=" + target + " "
                            + uri,
                    null);
        }
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw targetExists(target, null);
        }
        try {
            SqliteCopy.copy(connections.plain(), target);
        } catch (SQLException e) {
            throw SqlFailure.of(uri, e);
        } catch (FileAlreadyExistsException e) {
            throw targetExists(target, e);
        } catch (IOException e) {
            throw new DatabaseException(
                    Kind.UNREACHABLE,
                    "The copy of the database " + uri + " cannot be written to " + target + ": " + e,
                    e);
        }
    }

    private DatabaseException targetExists(Path target, @Nullable IOException cause) {
        return new DatabaseException(
                Kind.CONFLICT,
                "The copy of the database " + uri + " cannot be written: " + target + " exists already.\n"
                        + "Name a file that does not.",
                cause);
    }

    /// Attaches something that works on this database on its own account, for example a thread that tidies up: it is
    /// ended when the database is closed, before anything else; what was attached last first.
    ///
    /// @param end ends it; it may still use the database
    public void attach(Runnable end) {
        attached.addFirst(end);
    }

    /// Ends what was attached, waits for the calls under way, then closes the connections.
    @Override
    public void close() {
        for (Runnable end = attached.pollFirst(); end != null; end = attached.pollFirst()) {
            end.run();
        }
        connections.close();
    }
}
