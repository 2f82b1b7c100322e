package io.steelyard.client;

import io.steelyard.client.RemoteException.Kind;
import io.steelyard.mlflow.wire.CreateExperiment;
import io.steelyard.mlflow.wire.CreateExperimentResponse;
import io.steelyard.mlflow.wire.CreateRun;
import io.steelyard.mlflow.wire.DatasetEntry;
import io.steelyard.mlflow.wire.DatasetInputEntry;
import io.steelyard.mlflow.wire.Empty;
import io.steelyard.mlflow.wire.Entry;
import io.steelyard.mlflow.wire.ExperimentEntry;
import io.steelyard.mlflow.wire.ExperimentResponse;
import io.steelyard.mlflow.wire.LogBatch;
import io.steelyard.mlflow.wire.LogInputs;
import io.steelyard.mlflow.wire.MetricEntry;
import io.steelyard.mlflow.wire.RunInfo;
import io.steelyard.mlflow.wire.RunResponse;
import io.steelyard.mlflow.wire.UpdateRun;
import io.steelyard.mlflow.wire.UpdateRunResponse;
import io.steelyard.tracking.DatasetInput;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.RunInput;
import io.steelyard.tracking.RunLog;
import io.steelyard.tracking.RunStatus;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Writes a run down on a server, over HTTP.
///
/// Each call waits for the server's answer. Where the server cannot be reached, is too busy or fails, a call is tried
/// four times within two seconds, except where doing it twice would make two of something. Then, and where the server
/// refuses, it is a [RemoteException].
public final class RemoteRunLog implements RunLog {
    private static final int METRICS_AT_ONCE = 1000;
    private static final int ENTRIES_AT_ONCE = 100;

    private final MlflowServer server;
    private final InstantSource clock;
    private final RunInfo run;
    private final RunArtifacts artifacts;
    private boolean ended;

    private RemoteRunLog(MlflowServer server, InstantSource clock, RunInfo run) {
        this.server = server;
        this.clock = clock;
        this.run = run;
        this.artifacts = new RunArtifacts(server, run.artifactUri());
    }

    /// Starts a run.
    ///
    /// @param server the server's address, for example `http://127.0.0.1:5000`
    /// @param experiment the experiment's name; it is made where there is none
    /// @param runName the run's name; empty: the server chooses one
    /// @param tags the run's tags
    /// @return the log; closing it ends the run and lets go of the connections
    /// @throws RemoteException where the server cannot be reached or refuses
    /// @throws IllegalArgumentException where the address is none
    public static RunLog start(URI server, String experiment, String runName, Map<String, String> tags) {
        return start(new MlflowServer(server), InstantSource.system(), experiment, runName, tags);
    }

    static RunLog start(
            MlflowServer server, InstantSource clock, String experiment, String runName, Map<String, String> tags) {
        try {
            CreateRun request = new CreateRun(
                    experimentId(server, experiment),
                    System.getProperty("user.name", ""),
                    runName.isEmpty() ? null : runName,
                    clock.millis(),
                    entries(tags));
            RunResponse response = server.post("/runs/create", request, RunResponse.class, Repeat.UNSAFE);
            return new RemoteRunLog(server, clock, response.run().info());
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static String experimentId(MlflowServer server, String name) {
        try {
            return usable(
                    server.get("/experiments/get-by-name", Map.of("experiment_name", name), ExperimentResponse.class)
                            .experiment());
        } catch (RemoteException e) {
            if (!isCode(e, "RESOURCE_DOES_NOT_EXIST")) {
                throw e;
            }
        }
        try {
            CreateExperiment request = new CreateExperiment(name, null, List.of());
            return server.post("/experiments/create", request, CreateExperimentResponse.class, Repeat.SAFE)
                    .experimentId();
        } catch (RemoteException e) {
            if (!isCode(e, "RESOURCE_ALREADY_EXISTS")) {
                throw e;
            }
            // Somebody else made it in between.
            return usable(
                    server.get("/experiments/get-by-name", Map.of("experiment_name", name), ExperimentResponse.class)
                            .experiment());
        }
    }

    private static String usable(ExperimentEntry experiment) {
        if (experiment.lifecycleStage().equals("deleted")) {
            throw new RemoteException(
                    Kind.REFUSED,
                    "the experiment '" + experiment.name() + "' is deleted on the server.\n"
                            + "Restore it, or take another name.",
                    null,
                    null);
        }
        return experiment.experimentId();
    }

    private static boolean isCode(RemoteException e, String code) {
        return e.errorCode().filter(code::equals).isPresent();
    }

    @Override
    public String runId() {
        return run.runId();
    }

    @Override
    public void params(Map<String, String> params) {
        for (List<Entry> some : Chunks.of(entries(params), ENTRIES_AT_ONCE)) {
            log(new LogBatch(run.runId(), List.of(), some, List.of()));
        }
    }

    @Override
    public void tags(Map<String, String> tags) {
        for (List<Entry> some : Chunks.of(entries(tags), ENTRIES_AT_ONCE)) {
            log(new LogBatch(run.runId(), List.of(), List.of(), some));
        }
    }

    @Override
    public void metrics(List<Metric> metrics) {
        List<MetricEntry> entries = metrics.stream()
                .map(m -> new MetricEntry(m.key(), m.value(), m.timestampMillis(), m.step()))
                .toList();
        for (List<MetricEntry> some : Chunks.of(entries, METRICS_AT_ONCE)) {
            log(new LogBatch(run.runId(), some, List.of(), List.of()));
        }
    }

    /// Sent twice, the same metrics and parameters stand once, and tags are overwritten.
    private void log(LogBatch batch) {
        requireOpen();
        server.post("/runs/log-batch", batch, Empty.class, Repeat.SAFE);
    }

    private static List<Entry> entries(Map<String, String> values) {
        return values.entrySet().stream()
                .map(e -> new Entry(e.getKey(), e.getValue()))
                .toList();
    }

    @Override
    public void inputs(List<DatasetInput> inputs) {
        requireOpen();
        List<DatasetInputEntry> entries =
                inputs.stream().map(RunInput::of).map(RemoteRunLog::entry).toList();
        server.post("/runs/log-inputs", new LogInputs(run.runId(), entries, List.of()), Empty.class, Repeat.SAFE);
    }

    private static DatasetInputEntry entry(RunInput input) {
        return new DatasetInputEntry(
                entries(input.tags()),
                new DatasetEntry(
                        input.name(),
                        input.digest(),
                        input.sourceType(),
                        input.source(),
                        input.schema(),
                        input.profile()));
    }

    @Override
    public void artifact(Path local, String path) {
        requireOpen();
        artifacts.put(local, path);
    }

    @Override
    public int registerModel(String name, String path, Map<String, String> tags) {
        requireOpen();
        return new RemoteModels(server).register(name, run.artifactUri() + "/" + path, run.runId(), entries(tags));
    }

    @Override
    public void promote(String name, int version, String reason) {
        requireOpen();
        new RemoteModels(server).promote(name, version, reason);
    }

    @Override
    public void end(RunStatus status) {
        requireOpen();
        UpdateRun request = new UpdateRun(run.runId(), status.name(), clock.millis(), null);
        server.post("/runs/update", request, UpdateRunResponse.class, Repeat.SAFE);
        ended = true;
    }

    private void requireOpen() {
        if (ended) {
            throw new IllegalStateException("the run " + run.runId() + " has ended");
        }
    }

    @Override
    public void close() {
        try {
            if (!ended) {
                end(RunStatus.FAILED);
            }
        } finally {
            ended = true;
            server.close();
        }
    }
}
