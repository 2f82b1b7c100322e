package io.steelyard.tracking.jdbc;

import io.steelyard.sql.Database;
import io.steelyard.sql.PostgresServer;
import io.steelyard.tracking.SearchContract;
import io.steelyard.tracking.TrackingStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(named = PostgresServer.TOOL, matches = ".+", disabledReason = "needs PostgreSQL")
class PostgresSearchTest extends SearchContract {
    private Database database;
    private TrackingStore store;

    @BeforeEach
    void open() {
        database = Database.open(PostgresServer.newDatabase());
        store = JdbcTrackingStore.open(database);
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
