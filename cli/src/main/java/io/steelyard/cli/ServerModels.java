package io.steelyard.cli;

import io.steelyard.client.RegisteredVersion;
import io.steelyard.client.TrackingClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/// The models of a server, Steelyard's or MLflow's, over HTTP.
///
/// @param client the connection
record ServerModels(TrackingClient client) implements StoredModels {
    static ServerModels of(URI server) {
        return new ServerModels(TrackingClient.connect(server));
    }

    @Override
    public Fetched version(ModelReference.Version reference, Path into) {
        return fetch(client.version(reference.name(), reference.number()), into);
    }

    @Override
    public Fetched aliased(ModelReference.Aliased reference, Path into) {
        return fetch(client.versionByAlias(reference.name(), reference.alias()), into);
    }

    @Override
    public Fetched staged(ModelReference.Staged reference, Path into) {
        return fetch(
                client.newestVersion(reference.name(), List.of(reference.stage().mlflowName()))
                        .orElseThrow(() -> StoredModels.noneStaged(reference)),
                into);
    }

    @Override
    public Fetched ofRun(ModelReference.OfRun reference, Path into) {
        return new Fetched(client.download(reference.run(), reference.path(), into), reference.run());
    }

    private Fetched fetch(RegisteredVersion version, Path into) {
        return new Fetched(client.download(version, into), Integer.toString(version.version()));
    }

    @Override
    public void close() {
        client.close();
    }
}
