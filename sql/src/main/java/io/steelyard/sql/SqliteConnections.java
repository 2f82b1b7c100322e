package io.steelyard.sql;

import io.steelyard.sql.DatabaseException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// The connections to a SQLite file: one that writes, in a thread of its own, and some that read.
final class SqliteConnections implements Connections {
    private final SqliteSource plain;
    private final GroupWriter writer;
    private final SqliteReaders readers;
    private final WalKeeper keeper;

    private SqliteConnections(DatabaseUri.Sqlite uri) throws SQLException {
        plain = new SqliteSource(uri);
        keeper = new WalKeeper(uri, plain);
        writer = new GroupWriter(uri, plain, keeper::committed);
        readers = new SqliteReaders(uri, plain);
        keeper.start();
    }

    /// Opens the file, or makes it.
    static SqliteConnections open(DatabaseUri.Sqlite uri) {
        Path folder = uri.file().toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return new SqliteConnections(uri);
        } catch (IOException e) {
            throw new DatabaseException(
                    Kind.UNREACHABLE, "The database " + uri + " cannot be opened: its folder cannot be made: " + e, e);
        } catch (SQLException e) {
            throw SqlFailure.of(uri, e);
        }
    }

    @Override
    public <T extends @Nullable Object> T transact(Function<? super DSLContext, ? extends T> work) throws SQLException {
        return writer.transact(work);
    }

    @Override
    public <T extends @Nullable Object> T read(Function<? super DSLContext, ? extends T> work) throws SQLException {
        return readers.read(work);
    }

    @Override
    public boolean isWriting() {
        return writer.isWriting();
    }

    @Override
    public DataSource plain() {
        return plain;
    }

    @Override
    public void close() {
        readers.close();
        writer.close();
        keeper.close();
    }
}
