package io.steelyard.client;

import io.steelyard.mlflow.wire.Empty;
import io.steelyard.mlflow.wire.RunResponse;
import io.steelyard.mlflow.wire.SetTag;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunArchive;
import io.steelyard.tracking.RunLog;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The runs that a server keeps, Steelyard's or MLflow's. What it refuses is a [RemoteException].
public final class RemoteRunArchive implements RunArchive {
    private final URI address;
    private final MlflowServer server;

    private RemoteRunArchive(URI address) {
        this.address = address;
        this.server = new MlflowServer(address);
    }

    /// Makes an archive; nothing is sent yet.
    ///
    /// @param server the server's address, for example `http://127.0.0.1:5000`
    /// @return the archive, to be closed
    /// @throws IllegalArgumentException where the address is none
    public static RunArchive connect(URI server) {
        return new RemoteRunArchive(server);
    }

    @Override
    public Run run(String id) {
        return RemoteRuns.of(
                server.get("/runs/get", Map.of("run_id", id), RunResponse.class).run());
    }

    @Override
    public List<Run> runs(String experiment, String filter, int most) {
        return new RemoteRuns(server)
                .search(List.of(experiment), filter, List.of())
                .limit(most)
                .toList();
    }

    @Override
    public boolean fetch(String runId, String path, Path target) {
        return new ArtifactDownloads(server, run(runId).artifactUri()).fetchFile(path, target);
    }

    @Override
    public void artifact(String runId, Path local, String path) {
        new RunArtifacts(server, run(runId).artifactUri()).put(local, path);
    }

    @Override
    public void tags(String runId, Map<String, String> tags) {
        tags.forEach(
                (key, value) -> server.post("/runs/set-tag", new SetTag(runId, key, value), Empty.class, Repeat.SAFE));
    }

    @Override
    public RunLog start(String experiment, String name, Map<String, String> tags) {
        return RemoteRunLog.start(address, experiment, name, tags);
    }

    @Override
    public void close() {
        server.close();
    }
}
