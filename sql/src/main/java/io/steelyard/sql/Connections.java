package io.steelyard.sql;

import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// The connections of one database, and how its transactions are done. Opening connects at once, so that a database that
/// cannot be used says so.
interface Connections extends AutoCloseable {
    static Connections open(DatabaseUri uri) {
        return switch (uri) {
            case DatabaseUri.Sqlite sqlite -> SqliteConnections.open(sqlite);
            case DatabaseUri.Postgres postgres -> PostgresConnections.open(postgres);
        };
    }

    /// Does work in a transaction that may write; returns when it is committed.
    <T extends @Nullable Object> T transact(Function<? super DSLContext, ? extends T> work) throws SQLException;

    /// Does work that cannot write.
    <T extends @Nullable Object> T read(Function<? super DSLContext, ? extends T> work) throws SQLException;

    /// @return whether the calling thread is inside [#transact]
    boolean isWriting();

    /// @return connections for the migrations and for copies
    DataSource plain();

    @Override
    void close();
}
