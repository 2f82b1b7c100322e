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

/// With so little patience that indexes are read from end to end wherever they can be.
class SqliteSearchListTest extends SearchContract {
    @TempDir
    Path folder;

    private Database database;
    private TrackingStore store;

    @BeforeEach
    void open() {
        database = Database.open(DatabaseUri.sqlite(folder.resolve("steelyard.db")));
        store = JdbcTrackingStore.open(database, InstantSource.system(), new SearchEffort(0, 0, 1000, 1, 0));
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
