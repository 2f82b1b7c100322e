package io.steelyard.tracking.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.sql.Database;
import io.steelyard.sql.DatabaseUri;
import io.steelyard.tracking.ImportContract;
import io.steelyard.tracking.NewRun;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunBatch;
import io.steelyard.tracking.TrackingImport;
import io.steelyard.tracking.TrackingPurge;
import io.steelyard.tracking.TrackingStore;
import io.steelyard.tracking.TrackingStoreContract;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteTrackingStoreTest extends TrackingStoreContract implements ImportContract {
    @TempDir
    Path folder;

    private Database database;
    private JdbcTrackingStore store;

    @BeforeEach
    void open() {
        database = Database.open(DatabaseUri.sqlite(folder.resolve("steelyard.db")));
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

    @Test
    void whatWasWrittenIsThereWhenItIsOpenedAgain() {
        Run run = store.createRun(new NewRun("0", "kept", "me", 1, Map.of()));
        store.log(run.id(), RunBatch.param("a", "b"));
        database.close();
        open();
        assertThat(store.run(run.id()).params()).isEqualTo(Map.of("a", "b"));
    }
}
