package io.steelyard.tracking.jdbc;

import io.steelyard.sql.Database;
import io.steelyard.sql.DatabaseUri;
import io.steelyard.tracking.SearchContract;
import io.steelyard.tracking.TrackingStore;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// With so little effort that each way of searching is taken with few runs.
class SqliteSearchWalkTest extends SearchContract {
    @TempDir
    Path folder;

    private Database database;
    private TrackingStore store;

    @BeforeEach
    void open() {
        database = Database.open(DatabaseUri.sqlite(folder.resolve("steelyard.db")));
        store = JdbcTrackingStore.open(database, InstantSource.system(), new SearchEffort(0, 1, 1, 3, 1));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected TrackingStore store() {
        return store;
    }
}
