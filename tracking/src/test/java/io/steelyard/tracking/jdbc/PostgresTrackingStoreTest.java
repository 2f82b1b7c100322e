package io.steelyard.tracking.jdbc;

import io.steelyard.sql.Database;
import io.steelyard.sql.PostgresServer;
import io.steelyard.tracking.ImportContract;
import io.steelyard.tracking.TrackingImport;
import io.steelyard.tracking.TrackingPurge;
import io.steelyard.tracking.TrackingStore;
import io.steelyard.tracking.TrackingStoreContract;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(named = PostgresServer.TOOL, matches = ".+", disabledReason = "needs PostgreSQL")
class PostgresTrackingStoreTest extends TrackingStoreContract implements ImportContract {
    private Database database;
    private JdbcTrackingStore store;

    @BeforeEach
    void open() {
        database = Database.open(PostgresServer.newDatabase());
        store = JdbcTrackingStore.open(database, InstantSource.fixed(Instant.ofEpochMilli(NOW)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    public TrackingStore store() {
        return store;
    }

    @Override
    public TrackingPurge purge() {
        return store;
    }

    @Override
    public TrackingImport importing() {
        return store;
    }
}
