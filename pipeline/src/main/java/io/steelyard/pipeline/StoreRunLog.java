package io.steelyard.pipeline;

import io.steelyard.artifacts.ArtifactStore;
import io.steelyard.registry.Attribution;
import io.steelyard.registry.NewModelVersion;
import io.steelyard.registry.RegistryStore;
import io.steelyard.tracking.DatasetInput;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.NewRun;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunBatch;
import io.steelyard.tracking.RunInput;
import io.steelyard.tracking.RunLog;
import io.steelyard.tracking.RunStatus;
import io.steelyard.tracking.RunUpdate;
import io.steelyard.tracking.TrackingStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A run in stores that this process has opened itself. The caller closes the stores, after the log.
public final class StoreRunLog implements RunLog {
    private static final int METRICS_A_BATCH = 1000;
    private static final String ARTIFACT_SCHEME = "mlflow-artifacts:/";

    private final TrackingStore tracking;
    private final RegistryStore registry;
    private final ArtifactStore artifacts;
    private final Run run;
    private boolean ended;

    private StoreRunLog(TrackingStore tracking, RegistryStore registry, ArtifactStore artifacts, Run run) {
        this.tracking = tracking;
        this.registry = registry;
        this.artifacts = artifacts;
        this.run = run;
    }

    /// Starts a run.
    ///
    /// @param tracking where its record goes
    /// @param registry where its model is registered
    /// @param artifacts where its files go
    /// @param experiment the experiment's name, which is made where there is none
    /// @return the log, to be closed
    public static StoreRunLog start(
            TrackingStore tracking, RegistryStore registry, ArtifactStore artifacts, String experiment) {
        return new StoreRunArchive(tracking, registry, artifacts).start(experiment, "", Map.of());
    }

    static StoreRunLog start(StoreRunArchive stores, String experiment, String name, Map<String, String> tags) {
        String user = System.getProperty("user.name", "");
        Run run = stores.tracking()
                .createRun(new NewRun(
                        stores.tracking().experimentNamed(experiment).id(),
                        name,
                        user,
                        System.currentTimeMillis(),
                        tags));
        return new StoreRunLog(stores.tracking(), stores.registry(), stores.artifacts(), run);
    }

    /// Where an artifact of a run stands in the store.
    static String stored(Run run, String path) {
        if (!run.artifactUri().startsWith(ARTIFACT_SCHEME)) {
            throw new PipelineException("the artifacts of the run " + run.id() + " stand at " + run.artifactUri()
                    + ", which is not kept by this store");
        }
        return run.artifactUri().substring(ARTIFACT_SCHEME.length()) + "/" + path;
    }

    @Override
    public String runId() {
        return run.id();
    }

    @Override
    public void params(Map<String, String> params) {
        going();
        params.forEach((key, value) -> tracking.log(run.id(), RunBatch.param(key, value)));
    }

    @Override
    public void tags(Map<String, String> tags) {
        going();
        tracking.log(run.id(), RunBatch.of(List.of(), Map.of(), tags));
    }

    @Override
    public void metrics(List<Metric> metrics) {
        going();
        for (int from = 0; from < metrics.size(); from += METRICS_A_BATCH) {
            List<Metric> part = metrics.subList(from, Math.min(metrics.size(), from + METRICS_A_BATCH));
            tracking.log(run.id(), RunBatch.of(part, Map.of(), Map.of()));
        }
    }

    @Override
    public void inputs(List<DatasetInput> inputs) {
        going();
        tracking.logInputs(run.id(), inputs.stream().map(RunInput::of).toList());
    }

    @Override
    public void artifact(Path local, String path) {
        going();
        artifacts.putAll(stored(run, path), local);
    }

    @Override
    public int registerModel(String name, String path, Map<String, String> tags) {
        going();
        registry.modelNamed(name);
        return registry.createVersion(
                        NewModelVersion.of(name, run.artifactUri() + "/" + path, tracking.run(run.id()), "", tags))
                .version();
    }

    @Override
    public void promote(String name, int version, String reason) {
        going();
        registry.promote(name, version, Attribution.because(reason));
    }

    @Override
    public void end(RunStatus status) {
        going();
        tracking.updateRun(run.id(), RunUpdate.ended(status, System.currentTimeMillis()));
        ended = true;
    }

    @Override
    public void close() {
        if (!ended) {
            end(RunStatus.FAILED);
        }
    }

    private void going() {
        if (ended) {
            throw new IllegalStateException("the run " + run.id() + " has ended");
        }
    }
}
