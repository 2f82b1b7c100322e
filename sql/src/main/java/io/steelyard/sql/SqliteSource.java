package io.steelyard.sql;

import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteDataSource;

/// Opens connections to one SQLite file, all with the same settings.
final class SqliteSource extends SQLiteDataSource {
    /// How long another process may hold the file.
    static final int PATIENCE_MILLIS = 30_000;

    /// The log's pages (of 4 KiB) from which on the writer itself brings them into the file, which is when the log
    /// begins anew: 32 MB. Until then [WalKeeper] does it beside the writer.
    private static final int WRITER_CHECKPOINT_PAGES = 8_000;

    /// What a log that grew longer, because a reader held it, is cut to.
    private static final int LONGEST_LOG_BYTES = 64 << 20;

    /// Kilobytes of pages that each connection keeps in memory at most.
    private static final int CACHE_KILOBYTES = 16_000;

    private final DatabaseUri.Sqlite uri;

    SqliteSource(DatabaseUri.Sqlite uri) {
        super(config());
        this.uri = uri;
        setUrl("jdbc:sqlite:" + uri.file());
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(PATIENCE_MILLIS);
        config.enforceForeignKeys(true);
        config.setTempStore(TempStore.MEMORY);
        config.setJournalSizeLimit(LONGEST_LOG_BYTES);
        config.setCacheSize(-CACHE_KILOBYTES);
        return config;
    }

    @Override
    public SqliteConnection getConnection(String user, String password) throws SQLException {
        SqliteConnection connection = new SqliteConnection(
                getUrl(), uri.file().toString(), getConfig().toProperties());
        connection.run("PRAGMA wal_autocheckpoint = " + WRITER_CHECKPOINT_PAGES);
        return connection;
    }

    @Override
    public SqliteConnection getConnection() throws SQLException {
        return getConnection("", "");
    }
}
