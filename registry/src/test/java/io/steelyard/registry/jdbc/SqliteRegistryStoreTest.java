package io.steelyard.registry.jdbc;

import io.steelyard.registry.RegistryStore;
import io.steelyard.registry.RegistryStoreContract;
import io.steelyard.sql.Database;
import io.steelyard.sql.DatabaseUri;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteRegistryStoreTest extends RegistryStoreContract {
    @TempDir
    Path folder;

    private Database database;
    private RegistryStore store;

    @BeforeEach
    void open() {
        AtomicLong time = new AtomicLong();
        database = Database.open(DatabaseUri.sqlite(folder.resolve("steelyard.db")));
        store = JdbcRegistryStore.open(database, () -> Instant.ofEpochMilli(time.incrementAndGet()), () -> "");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    public RegistryStore store() {
        return store;
    }
}
