package io.steelyard.cli;

import io.steelyard.server.DataFolder;
import io.steelyard.server.Platform;
import io.steelyard.server.StoreLocations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the database and the artifacts are, in MLflow's words.
final class ServerStores {
    @Option(
            names = "--backend-store-uri",
            paramLabel = "URI",
            description = {
                "The database: sqlite:///FILE or postgresql://USER:PASSWORD@HOST:5432/DATABASE",
                "(default: steelyard.db in the data folder)."
            })
    private @Nullable String database;

    @Option(
            names = "--artifacts-destination",
            paramLabel = "FOLDER",
            description =
                    "Where artifacts are kept: a folder or its file: URI (default: artifacts in the data folder).")
    private @Nullable String artifacts;

    @Nullable
    String database() {
        return database;
    }

    @Nullable
    String artifacts() {
        return artifacts;
    }

    /// Opens the stores for a command without a server.
    Platform open(DataFolder folder) {
        return Platform.open(folder, StoreLocations.parse(folder, database, artifacts));
    }
}
