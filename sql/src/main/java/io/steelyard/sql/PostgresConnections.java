package io.steelyard.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.steelyard.sql.DatabaseException.Kind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Two pools of connections to a PostgreSQL server; each piece of work is a transaction of its own, for the server
/// gathers what is committed at the same time. The reader's pool opens its first connection when it is asked for one.
final class PostgresConnections implements Connections {
    /// How long a thread waits for a connection.
    private static final int PATIENCE_MILLIS = 30_000;

    private static final int WRITERS = 8;
    private static final int READERS = 8;

    private final DatabaseUri.Postgres uri;
    private final HikariDataSource writer;
    private final HikariDataSource reader;
    private final ThreadLocal<Boolean> writing = ThreadLocal.withInitial(() -> false);

    private PostgresConnections(DatabaseUri.Postgres uri, HikariDataSource writer, HikariDataSource reader) {
        this.uri = uri;
        this.writer = writer;
        this.reader = reader;
    }

    static PostgresConnections open(DatabaseUri.Postgres uri) {
        HikariDataSource writer = pool(uri, "writer", WRITERS, config -> config.setMinimumIdle(1));
        HikariDataSource reader = pool(uri, "reader", READERS, config -> {
            config.setReadOnly(true);
            config.setMinimumIdle(0);
            config.setInitializationFailTimeout(-1);
        });
        return new PostgresConnections(uri, writer, reader);
    }

    private static HikariDataSource pool(
            DatabaseUri.Postgres uri, String name, int size, Consumer<HikariConfig> settings) {
        String parameters = uri.parameters().entrySet().stream()
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&", "?", ""));
        HikariConfig config = new HikariConfig();
        config.setPoolName("steelyard-" + name);
        config.setJdbcUrl(
                "jdbc:postgresql://" + uri.host() + ":" + uri.port() + "/" + encode(uri.database()) + parameters);
        config.setUsername(uri.user());
        config.setPassword(uri.password());
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        settings.accept(config);
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw SqlFailure.of(uri, e);
        } catch (RuntimeException e) {
            throw new DatabaseException(
                    Kind.UNREACHABLE,
                    "The database " + uri + " cannot be opened: PostgreSQL's driver is not there.\n"
                            + "Add org.postgresql:postgresql and org.flywaydb:flyway-database-postgresql.",
                    e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public <T extends @Nullable Object> T transact(Function<? super DSLContext, ? extends T> work) throws SQLException {
        writing.set(true);
        try {
            return inTransaction(writer, work);
        } finally {
            writing.remove();
        }
    }

    @Override
    public <T extends @Nullable Object> T read(Function<? super DSLContext, ? extends T> work) throws SQLException {
        return inTransaction(reader, work);
    }

    private <T extends @Nullable Object> T inTransaction(
            DataSource pool, Function<? super DSLContext, ? extends T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
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
    }

    private static void rollback(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public boolean isWriting() {
        return writing.get();
    }

    @Override
    public DataSource plain() {
        return writer;
    }

    @Override
    public void close() {
        reader.close();
        writer.close();
    }
}
