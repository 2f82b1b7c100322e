package io.steelyard.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.steelyard.sql.DatabaseException.Kind;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/// The connections of one database. The writer's pool opens a connection at once, so that a database that cannot be
/// used says so; the reader's opens its first when it is asked for one.
///
/// @param writer connections that write; with SQLite a single one, so that writers wait for each other here and not in
///     the file
/// @param reader connections that cannot write
/// @param migrations connections for the migrations alone
record Pools(HikariDataSource writer, HikariDataSource reader, DataSource migrations) implements AutoCloseable {
    /// How long another process may hold the file, and how long a thread waits for a connection.
    private static final int PATIENCE_MILLIS = 30_000;

    private static final int SQLITE_READERS = 8;
    private static final int POSTGRES_WRITERS = 8;
    private static final int POSTGRES_READERS = 8;

    static Pools open(DatabaseUri uri) {
        return switch (uri) {
            case DatabaseUri.Sqlite sqlite -> sqlite(sqlite);
            case DatabaseUri.Postgres postgres -> postgres(postgres);
        };
    }

    private static Pools sqlite(DatabaseUri.Sqlite uri) {
        Path folder = uri.file().toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new DatabaseException(
                    Kind.UNREACHABLE, "The database " + uri + " cannot be opened: its folder cannot be made: " + e, e);
        }
        HikariDataSource writer = pool(uri, "writer", 1, c -> c.setDataSource(sqlite(uri, TransactionMode.IMMEDIATE)));
        HikariDataSource reader = pool(uri, "reader", SQLITE_READERS, c -> {
            c.setDataSource(sqlite(uri, TransactionMode.DEFERRED));
            c.setConnectionInitSql("PRAGMA query_only = 1");
            lazy(c);
        });
        return new Pools(writer, reader, sqlite(uri, TransactionMode.DEFERRED));
    }

    private static SQLiteDataSource sqlite(DatabaseUri.Sqlite uri, TransactionMode mode) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(PATIENCE_MILLIS);
        config.enforceForeignKeys(true);
        config.setTransactionMode(mode);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + uri.file());
        return source;
    }

    private static Pools postgres(DatabaseUri.Postgres uri) {
        HikariDataSource writer = pool(uri, "writer", POSTGRES_WRITERS, c -> server(c, uri));
        HikariDataSource reader = pool(uri, "reader", POSTGRES_READERS, c -> {
            server(c, uri);
            c.setReadOnly(true);
            lazy(c);
        });
        return new Pools(writer, reader, writer);
    }

    private static void server(HikariConfig config, DatabaseUri.Postgres uri) {
        String parameters = uri.parameters().entrySet().stream()
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&", "?", ""));
        config.setJdbcUrl(
                "jdbc:postgresql://" + uri.host() + ":" + uri.port() + "/" + encode(uri.database()) + parameters);
        config.setUsername(uri.user());
        config.setPassword(uri.password());
        config.setMinimumIdle(1);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static void lazy(HikariConfig config) {
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
    }

    private static HikariDataSource pool(DatabaseUri uri, String name, int size, Consumer<HikariConfig> settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("steelyard-" + name);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        settings.accept(config);
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw SqlFailure.of(uri, e);
        } catch (RuntimeException e) {
            throw uri instanceof DatabaseUri.Postgres
                    ? new DatabaseException(
                            Kind.UNREACHABLE,
                            "The database " + uri + " cannot be opened: PostgreSQL's driver is not there.\n"
                                    + "Add org.postgresql:postgresql and org.flywaydb:flyway-database-postgresql.",
                            e)
                    : e;
        }
    }

    @Override
    public void close() {
        reader.close();
        writer.close();
    }
}
