package io.steelyard.server;

import io.steelyard.artifacts.ArtifactStore;
import io.steelyard.registry.RegistryStore;
import io.steelyard.registry.WebhookReach;
import io.steelyard.registry.WebhookStore;
import io.steelyard.registry.jdbc.JdbcRegistryStore;
import io.steelyard.registry.jdbc.JdbcWebhookStore;
import io.steelyard.sql.Database;
import io.steelyard.tracking.TrackingStore;
import io.steelyard.tracking.jdbc.JdbcTrackingStore;
import java.nio.file.Path;

/// The stores of a data folder. Safe for any number of threads.
public final class Platform implements AutoCloseable {
    private final DataFolder folder;
    private final Database database;
    private final TrackingStore tracking;
    private final RegistryStore registry;
    private final ArtifactStore artifacts;

    private Platform(DataFolder folder, Database database, ArtifactStore artifacts) {
        this.folder = folder;
        this.database = database;
        this.tracking = JdbcTrackingStore.open(database);
        this.registry = JdbcRegistryStore.open(database, Caller::name);
        this.artifacts = artifacts;
    }

    /// Opens the stores. A database of an earlier version is brought to this one, after a copy was kept.
    ///
    /// @param folder the data folder
    /// @return the stores, to be closed
    /// @throws io.steelyard.sql.DatabaseException where the database belongs to a newer version, or cannot be opened
    public static Platform open(DataFolder folder) {
        return open(folder, StoreLocations.of(folder));
    }

    /// Opens stores that may lie elsewhere.
    ///
    /// @param folder the data folder
    /// @param locations where the database and the artifacts are
    /// @return the stores, to be closed
    /// @throws io.steelyard.sql.DatabaseException where the database belongs to a newer version, or cannot be opened
    /// @throws io.steelyard.artifacts.ArtifactException where the folder of the artifacts cannot be used
    public static Platform open(DataFolder folder, StoreLocations locations) {
        ArtifactStore artifacts = ArtifactStore.local(locations.artifacts());
        Database database = Database.open(locations.database());
        try {
            return new Platform(folder, database, artifacts);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /// Copies the database to a new file, consistently, while the stores go on being used.
    ///
    /// @param target the copy; there is no such file yet
    /// @throws io.steelyard.sql.DatabaseException where the file exists or cannot be written, or where the database is a
    ///     PostgreSQL server's, which its own tools copy
    public void backup(Path target) {
        database.copyTo(target);
    }

    /// Where it all lies.
    ///
    /// @return the data folder
    public DataFolder folder() {
        return folder;
    }

    /// Experiments and runs.
    ///
    /// @return the store
    public TrackingStore tracking() {
        return tracking;
    }

    /// Registered models.
    ///
    /// @return the store
    public RegistryStore registry() {
        return registry;
    }

    /// Who is told what happens to models.
    ///
    /// @param reach which addresses a new webhook may have
    /// @return the store
    public WebhookStore webhooks(WebhookReach reach) {
        return JdbcWebhookStore.open(database, reach);
    }

    /// The files of runs.
    ///
    /// @return the store
    public ArtifactStore artifacts() {
        return artifacts;
    }

    @Override
    public void close() {
        database.close();
    }
}
