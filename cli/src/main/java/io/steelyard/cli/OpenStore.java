package io.steelyard.cli;

import io.steelyard.client.RemoteRunArchive;
import io.steelyard.client.RemoteRunLog;
import io.steelyard.pipeline.StoreRunArchive;
import io.steelyard.pipeline.StoreRunLog;
import io.steelyard.server.DataFolder;
import io.steelyard.server.Platform;
import io.steelyard.server.models.ModelDesk;
import io.steelyard.tracking.RunArchive;
import io.steelyard.tracking.RunLog;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A store that is open for a command: the folder's own, or a server's.
///
/// @param folder where files go
/// @param platform the folder's own stores; null where a server has them
/// @param server the server; null where there is none
record OpenStore(
        DataFolder folder,
        @Nullable Platform platform,
        @Nullable URI server) implements AutoCloseable {
    static OpenStore embedded(DataFolder folder) {
        return new OpenStore(folder, Platform.open(folder), null);
    }

    static OpenStore remote(DataFolder folder, URI server) {
        return new OpenStore(folder, null, server);
    }

    /// Starts a run.
    RunLog start(String experiment) {
        if (platform != null) {
            return StoreRunLog.start(platform.tracking(), platform.registry(), platform.artifacts(), experiment);
        }
        if (server != null) {
            return RemoteRunLog.start(server, experiment, "", Map.of());
        }
        throw new IllegalStateException("a store is either embedded or remote");
    }

    /// The runs that were recorded.
    RunArchive archive() {
        if (platform != null) {
            return new StoreRunArchive(platform.tracking(), platform.registry(), platform.artifacts());
        }
        if (server != null) {
            return RemoteRunArchive.connect(server);
        }
        throw new IllegalStateException("a store is either embedded or remote");
    }

    /// What people do with registered models.
    ModelDesk models() {
        if (platform != null) {
            return ModelDesk.of(platform.tracking(), platform.registry(), platform.artifacts());
        }
        if (server != null) {
            return new RemoteModelDesk(server);
        }
        throw new IllegalStateException("a store is either embedded or remote");
    }

    /// The model folders.
    StoredModels storedModels() {
        if (platform != null) {
            return new PlatformModels(platform);
        }
        if (server != null) {
            return ServerModels.of(server);
        }
        throw new IllegalStateException("a store is either embedded or remote");
    }

    @Override
    public void close() {
        if (platform != null) {
            platform.close();
        }
    }
}
