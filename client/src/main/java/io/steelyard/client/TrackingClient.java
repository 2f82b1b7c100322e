package io.steelyard.client;

import io.steelyard.mlflow.wire.DownloadUriResponse;
import io.steelyard.mlflow.wire.GetLatestVersions;
import io.steelyard.mlflow.wire.ModelVersionResponse;
import io.steelyard.mlflow.wire.ModelVersionsResponse;
import io.steelyard.mlflow.wire.RunResponse;
import io.steelyard.tracking.ExperimentConfig;
import io.steelyard.tracking.Run;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// A client of a tracking server, Steelyard's or MLflow's. Safe for any number of threads.
///
/// A request that may be repeated is tried four times within two seconds where the server is away for a moment. Then,
/// and where the server refuses, it is a [RemoteException].
public final class TrackingClient implements AutoCloseable {
    private final URI address;
    private final MlflowServer server;
    private final InstantSource clock;

    private TrackingClient(URI address, MlflowServer server, InstantSource clock) {
        this.address = address;
        this.server = server;
        this.clock = clock;
    }

    /// Makes a client; nothing is sent yet.
    ///
    /// @param server the server's address, for example `http://127.0.0.1:5000`
    /// @return the client, to be closed
    /// @throws IllegalArgumentException where the address is none
    public static TrackingClient connect(URI server) {
        return new TrackingClient(server, new MlflowServer(server), InstantSource.system());
    }

    /// Starts a run.
    ///
    /// @param experiment the experiment's name; it is made where there is none
    /// @param runName the run's name; empty: the server chooses one
    /// @param tags the run's tags
    /// @return the run, to be finished and closed
    public TrackedRun start(String experiment, String runName, Map<String, String> tags) {
        return new TrackedRun(RemoteRunLog.start(address, experiment, runName, tags), clock);
    }

    /// Starts a run of a configuration: its parameters are logged with their `config_hash`, and the tag
    /// `feature_count`.
    ///
    /// @param experiment the experiment's name; it is made where there is none
    /// @param config the configuration
    /// @param tags the run's tags
    /// @return the run, to be finished and closed
    public TrackedRun trackedExperiment(String experiment, ExperimentConfig config, Map<String, String> tags) {
        TrackedRun run = start(experiment, "", tags);
        run.params(params(config));
        run.tag("feature_count", Integer.toString(config.featureColumns().size()));
        return run;
    }

    /// Does work within a run of a configuration. The run ends well when the work returns; where the work throws, it
    /// has failed, its tags say `status=failed` and `error` with the exception's message, and the exception goes on.
    ///
    /// @param experiment the experiment's name; it is made where there is none
    /// @param config the configuration
    /// @param tags the run's tags
    /// @param work what is tracked
    /// @param <T> the result's type
    /// @return what the work returned
    public <T> T trackedExperiment(
            String experiment, ExperimentConfig config, Map<String, String> tags, Function<TrackedRun, T> work) {
        try (TrackedRun run = trackedExperiment(experiment, config, tags)) {
            try {
                T result = work.apply(run);
                run.finish();
                return result;
            } catch (RuntimeException | Error e) {
                failed(run, e);
                throw e;
            }
        }
    }

    private static void failed(TrackedRun run, Throwable reason) {
        try {
            run.fail(reason);
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    private static Map<String, String> params(ExperimentConfig config) {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("model_type", config.modelType());
        params.put("learning_rate", config.learningRate().toString());
        params.put("batch_size", config.batchSize().toString());
        params.put("epochs", config.epochs().toString());
        params.put("random_seed", config.randomSeed().toString());
        params.put("data_version", config.dataVersion());
        params.put("config_hash", config.configHash());
        return params;
    }

    /// Gives a run.
    ///
    /// @param id its id
    /// @return the run with its latest metrics
    public Run run(String id) {
        return RemoteRuns.of(
                server.get("/runs/get", Map.of("run_id", id), RunResponse.class).run());
    }

    /// Searches for runs. Pages are fetched as the stream is read.
    ///
    /// @param experiments the experiments' names; one that is not there has no runs
    /// @param filter for example `metrics.auc > 0.8 and params.rate = '0.1'`; empty: all
    /// @param orderBy for example `metrics.auc DESC`; empty: the newest first
    /// @return the runs in use
    public Stream<Run> searchRuns(List<String> experiments, String filter, List<String> orderBy) {
        return new RemoteRuns(server).search(experiments, filter, orderBy);
    }

    /// Moves a version to production: its stage becomes Production, the stage of what was there Archived, and the alias
    /// `production` points at it.
    ///
    /// @param name the registered model's name
    /// @param version the version's number
    /// @param reason why it may
    public void promote(String name, int version, String reason) {
        new RemoteModels(server).promote(name, version, reason);
    }

    /// Gives the version that an alias points at.
    ///
    /// @param name the registered model's name
    /// @param alias the alias, for example `production`
    /// @return the version
    public RegisteredVersion versionByAlias(String name, String alias) {
        return RegisteredVersion.of(
                server.get("/registered-models/alias", Map.of("name", name, "alias", alias), ModelVersionResponse.class)
                        .modelVersion());
    }

    /// Gives a version.
    ///
    /// @param name the registered model's name
    /// @param version its number
    /// @return the version
    public RegisteredVersion version(String name, int version) {
        return RegisteredVersion.of(server.get("/model-versions/get", of(name, version), ModelVersionResponse.class)
                .modelVersion());
    }

    /// Gives the newest version of a stage.
    ///
    /// @param name the registered model's name
    /// @param stages MLflow's words, for example `Production`; none: any stage
    /// @return the version with the greatest number; empty where none stands in such a stage
    public Optional<RegisteredVersion> newestVersion(String name, List<String> stages) {
        return server
                .post(
                        "/registered-models/get-latest-versions",
                        new GetLatestVersions(name, stages),
                        ModelVersionsResponse.class,
                        Repeat.SAFE)
                .modelVersions()
                .stream()
                .map(RegisteredVersion::of)
                .max(Comparator.comparingInt(RegisteredVersion::version));
    }

    private static Map<String, String> of(String name, int version) {
        return Map.of("name", name, "version", Integer.toString(version));
    }

    /// Copies artifacts of a run to this machine: a file, or a folder with all that is in it.
    ///
    /// @param runId the run's id
    /// @param path where they stand below the run's artifacts; empty: all
    /// @param target the folder into which they go; it is made where it does not exist
    /// @return the file or folder that is there now
    public Path download(String runId, String path, Path target) {
        return new ArtifactDownloads(server, run(runId).artifactUri()).fetch(path, target);
    }

    /// Copies a model folder of a registered version to this machine.
    ///
    /// @param version the version
    /// @param target the folder into which its files go; it is made where it does not exist
    /// @return the folder
    public Path download(RegisteredVersion version, Path target) {
        // Its source may name another model; the server knows where that leads to.
        String place = server.get(
                        "/model-versions/get-download-uri",
                        of(version.name(), version.version()),
                        DownloadUriResponse.class)
                .artifactUri();
        return new ArtifactDownloads(server, place).fetch("", target);
    }

    @Override
    public void close() {
        server.close();
    }
}
