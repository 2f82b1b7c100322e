package io.steelyard.tracking.memory;

import io.steelyard.tracking.DatasetSummary;
import io.steelyard.tracking.Experiment;
import io.steelyard.tracking.ExperimentSearch;
import io.steelyard.tracking.ExperimentTag;
import io.steelyard.tracking.Lifecycle;
import io.steelyard.tracking.LifecycleView;
import io.steelyard.tracking.LoggedModel;
import io.steelyard.tracking.LoggedModelSearch;
import io.steelyard.tracking.LoggedModelStatus;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.ModelOutput;
import io.steelyard.tracking.NewExperiment;
import io.steelyard.tracking.NewLoggedModel;
import io.steelyard.tracking.NewRun;
import io.steelyard.tracking.Page;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunBatch;
import io.steelyard.tracking.RunInput;
import io.steelyard.tracking.RunSearch;
import io.steelyard.tracking.RunUpdate;
import io.steelyard.tracking.TrackingPurge;
import io.steelyard.tracking.TrackingStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A tracking store that lives as long as the object: for tests, and for programs that keep nothing. One call works at a
/// time. It keeps every promise of the stores in databases but that of surviving a crash, by the plainest means, so
/// that theirs can be compared with it: a search looks at everything, and a page token is a position, so that writes in
/// between may shift the next page.
public final class InMemoryTrackingStore implements TrackingStore, TrackingPurge {
    private final InstantSource clock;
    private final InMemoryExperiments experiments = new InMemoryExperiments();
    private final InMemoryRuns runs = new InMemoryRuns();
    private final InMemoryLoggedModels models = new InMemoryLoggedModels();
    private final InMemoryPurge purging = new InMemoryPurge(experiments, runs, models);

    private InMemoryTrackingStore(InstantSource clock) {
        this.clock = clock;
        experiments.create(NewExperiment.named("Default"), clock.millis());
    }

    /// Makes a store.
    ///
    /// @return the store, which holds the experiment `Default`
    public static InMemoryTrackingStore open() {
        return open(InstantSource.system());
    }

    /// Makes a store that reads the time from a clock.
    ///
    /// @param clock the clock
    /// @return the store, which holds the experiment `Default`
    public static InMemoryTrackingStore open(InstantSource clock) {
        return new InMemoryTrackingStore(clock);
    }

    @Override
    public synchronized Experiment createExperiment(NewExperiment experiment) {
        return experiments.create(experiment, clock.millis());
    }

    @Override
    public synchronized Experiment experiment(String id) {
        return experiments.get(id);
    }

    @Override
    public synchronized Optional<Experiment> findExperiment(String name) {
        return experiments.find(name);
    }

    @Override
    public synchronized void renameExperiment(String id, String name) {
        experiments.rename(id, name, clock.millis());
    }

    @Override
    public synchronized void deleteExperiment(String id) {
        String known = experiments.move(id, Lifecycle.DELETED, clock.millis());
        runs.ofExperiment(known).forEach(run -> run.delete(clock.millis()));
    }

    @Override
    public synchronized void restoreExperiment(String id) {
        String known = experiments.move(id, Lifecycle.ACTIVE, clock.millis());
        runs.ofExperiment(known).forEach(InMemoryRun::restore);
    }

    @Override
    public synchronized void setExperimentTag(String id, String key, String value) {
        experiments.setTag(id, new ExperimentTag(key, value));
    }

    @Override
    public synchronized void deleteExperimentTag(String id, String key) {
        experiments.deleteTag(id, key);
    }

    @Override
    public synchronized Page<Experiment> searchExperiments(ExperimentSearch search) {
        return experiments.search(search);
    }

    @Override
    public synchronized Run createRun(NewRun run) {
        return runs.create(run, experiments.active(run.experimentId()));
    }

    @Override
    public synchronized Run run(String id) {
        return runs.get(id).toRun();
    }

    @Override
    public synchronized Run updateRun(String id, RunUpdate update) {
        InMemoryRun run = runs.active(id);
        run.update(update);
        return run.toRun();
    }

    @Override
    public synchronized void log(String runId, RunBatch batch) {
        InMemoryRun run = runs.active(runId);
        run.check(batch);
        batch.modelMetrics().forEach(metric -> models.check(metric.modelId()));
        run.log(batch);
        batch.modelMetrics().forEach(metric -> models.log(runId, metric));
    }

    @Override
    public synchronized void deleteRun(String id) {
        runs.get(id).delete(clock.millis());
    }

    @Override
    public synchronized void restoreRun(String id) {
        runs.get(id).restore();
    }

    @Override
    public synchronized void deleteTag(String id, String key) {
        runs.active(id).deleteTag(key);
    }

    @Override
    public synchronized void logInputs(String runId, List<RunInput> inputs) {
        runs.logInputs(runId, inputs);
    }

    @Override
    public synchronized void logModelInputs(String runId, List<String> modelIds) {
        runs.active(runId).logModelInputs(modelIds);
    }

    @Override
    public synchronized void logOutputs(String runId, List<ModelOutput> outputs) {
        runs.active(runId).logOutputs(outputs);
    }

    @Override
    public synchronized List<Metric> metricHistory(String runId, String key) {
        return runs.history(runId, key);
    }

    @Override
    public synchronized Page<Metric> metricHistory(
            String runId, String key, int maxResults, @Nullable String pageToken) {
        return InMemoryPages.page(runs.history(runId, key), maxResults, pageToken);
    }

    @Override
    public synchronized Page<Run> searchRuns(RunSearch search) {
        return runs.search(search);
    }

    @Override
    public synchronized Page<Run> runs(String experimentId, int maxResults, @Nullable String pageToken) {
        return runs.search(
                new RunSearch(List.of(experimentId), "", List.of(), LifecycleView.ACTIVE_ONLY, maxResults, pageToken));
    }

    @Override
    public synchronized List<DatasetSummary> datasets(List<String> experimentIds) {
        return runs.datasets(experimentIds);
    }

    @Override
    public synchronized LoggedModel createLoggedModel(NewLoggedModel model) {
        return models.create(model, experiments.active(model.experimentId()), clock.millis());
    }

    @Override
    public synchronized LoggedModel loggedModel(String id) {
        return models.get(id);
    }

    @Override
    public synchronized LoggedModel finalizeLoggedModel(String id, LoggedModelStatus status) {
        return models.finish(id, status, clock.millis());
    }

    @Override
    public synchronized void deleteLoggedModel(String id) {
        models.delete(id, clock.millis());
    }

    @Override
    public synchronized void logLoggedModelParams(String id, Map<String, String> params) {
        models.logParams(id, params);
    }

    @Override
    public synchronized LoggedModel setLoggedModelTags(String id, Map<String, String> tags) {
        return models.setTags(id, tags);
    }

    @Override
    public synchronized void deleteLoggedModelTag(String id, String key) {
        models.deleteTag(id, key);
    }

    @Override
    public synchronized Page<LoggedModel> searchLoggedModels(LoggedModelSearch search) {
        return models.search(search);
    }

    @Override
    public synchronized Purged purge(long deletedBeforeMillis) {
        return purging.purge(deletedBeforeMillis);
    }

    @Override
    public synchronized List<String> freedLocations() {
        return purging.freedLocations();
    }

    @Override
    public synchronized void forgetLocation(String location) {
        purging.forgetLocation(location);
    }
}
