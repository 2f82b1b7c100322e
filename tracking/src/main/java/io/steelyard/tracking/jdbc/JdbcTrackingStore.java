package io.steelyard.tracking.jdbc;

import io.steelyard.sql.Database;
import io.steelyard.sql.MigrationSet;
import io.steelyard.tracking.DatasetSummary;
import io.steelyard.tracking.Experiment;
import io.steelyard.tracking.ExperimentSearch;
import io.steelyard.tracking.ExperimentTag;
import io.steelyard.tracking.Lifecycle;
import io.steelyard.tracking.LoggedModel;
import io.steelyard.tracking.LoggedModelSearch;
import io.steelyard.tracking.LoggedModelStatus;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.ModelOutput;
import io.steelyard.tracking.NewExperiment;
import io.steelyard.tracking.NewLoggedModel;
import io.steelyard.tracking.NewRun;
import io.steelyard.tracking.Page;
import io.steelyard.tracking.Refusals;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunBatch;
import io.steelyard.tracking.RunInput;
import io.steelyard.tracking.RunSearch;
import io.steelyard.tracking.RunUpdate;
import io.steelyard.tracking.TrackingImport;
import io.steelyard.tracking.TrackingPurge;
import io.steelyard.tracking.TrackingStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// A tracking store in a database. Each method is one transaction; what the database itself refuses is a
/// [DatabaseException].
public final class JdbcTrackingStore implements TrackingStore, TrackingImport, TrackingPurge {
    private static final MigrationSet MIGRATIONS =
            new MigrationSet("tracking", "io/steelyard/tracking/jdbc/migrations", 5);

    private final Database database;
    private final InstantSource clock;
    private final MetricIntake metrics;
    private final JdbcExperiments experiments;
    private final JdbcLoggedModels loggedModels;
    private final JdbcImport importing;
    private final JdbcPurge purging;
    private final JdbcSearch searching;

    private JdbcTrackingStore(Database database, InstantSource clock, SearchEffort effort) {
        this.database = database;
        this.clock = clock;
        metrics = MetricIntake.open(database);
        experiments = new JdbcExperiments(database, clock);
        loggedModels = new JdbcLoggedModels(database, clock);
        importing = new JdbcImport(database, clock);
        purging = new JdbcPurge(database);
        searching = new JdbcSearch(database, effort);
    }

    /// Opens the store in a database, whose tables are made or brought to the newest version.
    ///
    /// @param database the database; it stays the caller's to close
    /// @return the store
    /// @throws DatabaseException where the tables cannot be used
    public static JdbcTrackingStore open(Database database) {
        return open(database, InstantSource.system());
    }

    static JdbcTrackingStore open(Database database, InstantSource clock) {
        return open(database, clock, SearchEffort.USUAL);
    }

    static JdbcTrackingStore open(Database database, InstantSource clock, SearchEffort effort) {
        database.migrate(MIGRATIONS);
        return new JdbcTrackingStore(database, clock, effort);
    }

    @Override
    public Experiment createExperiment(NewExperiment experiment) {
        return experiments.create(experiment);
    }

    @Override
    public Experiment experiment(String id) {
        return experiments.get(id);
    }

    @Override
    public Optional<Experiment> findExperiment(String name) {
        return experiments.find(name);
    }

    @Override
    public void renameExperiment(String id, String name) {
        experiments.rename(id, NewExperiment.named(name).name());
    }

    @Override
    public void deleteExperiment(String id) {
        experiments.delete(id);
    }

    @Override
    public void restoreExperiment(String id) {
        experiments.restore(id);
    }

    @Override
    public void setExperimentTag(String id, String key, String value) {
        experiments.setTag(id, new ExperimentTag(key, value));
    }

    @Override
    public void deleteExperimentTag(String id, String key) {
        experiments.deleteTag(id, key);
    }

    @Override
    public Page<Experiment> searchExperiments(ExperimentSearch search) {
        return searching.experiments(search);
    }

    @Override
    public Run createRun(NewRun run) {
        return database.transact(sql -> RunRows.insert(sql, run, ExperimentRows.active(sql, run.experimentId())));
    }

    @Override
    public Run run(String id) {
        return database.read(sql -> RunRows.get(sql, id));
    }

    @Override
    public Run updateRun(String id, RunUpdate update) {
        return database.transact(sql -> {
            RunRows.update(sql, RunRows.active(sql, id), update);
            return RunRows.get(sql, id);
        });
    }

    @Override
    public void log(String runId, RunBatch batch) {
        MetricIntake.Delivery delivery = metrics.deliver(batch.metrics());
        write(sql -> {
            RunRows.Key run = RunRows.active(sql, runId);
            EntryRows.insertParams(sql, run, batch);
            delivery.write(sql, run.no());
            ModelMetricRows.insert(sql, run, batch.modelMetrics());
            RunRows.setTags(sql, run, batch.tags());
        });
        delivery.committed();
    }

    /// Brings all logged metrics to the tables that a search reads.
    void settleMetrics() {
        metrics.settle();
    }

    @Override
    public void deleteRun(String id) {
        write(sql -> RunRows.delete(sql, id, clock.millis()));
    }

    @Override
    public void restoreRun(String id) {
        write(sql -> RunRows.restore(sql, id));
    }

    @Override
    public void deleteTag(String id, String key) {
        write(sql -> {
            if (!EntryRows.TAGS.delete(sql, RunRows.active(sql, id).no(), key)) {
                throw Refusals.noTag(key, "run", id);
            }
        });
    }

    @Override
    public void logInputs(String runId, List<RunInput> inputs) {
        write(sql -> InputRows.insert(sql, RunRows.active(sql, runId), inputs));
    }

    @Override
    public void logModelInputs(String runId, List<String> modelIds) {
        write(sql -> RunModelRows.insertInputs(sql, RunRows.active(sql, runId), modelIds));
    }

    @Override
    public void logOutputs(String runId, List<ModelOutput> models) {
        write(sql -> RunModelRows.insertOutputs(sql, RunRows.active(sql, runId), models));
    }

    private void write(Consumer<? super DSLContext> work) {
        database.transact(sql -> {
            work.accept(sql);
            return null;
        });
    }

    @Override
    public List<Metric> metricHistory(String runId, String key) {
        return database.read(sql -> MetricRows.history(sql, runId, key, null, Integer.MAX_VALUE));
    }

    @Override
    public Page<Metric> metricHistory(String runId, String key, int maxResults, @Nullable String pageToken) {
        PageToken after = PageToken.read(pageToken, MetricRows.TOKEN_PARTS);
        return PageToken.page(
                database.read(sql -> MetricRows.history(sql, runId, key, after, more(maxResults))),
                maxResults,
                MetricRows::token);
    }

    @Override
    public Page<Run> runs(String experimentId, int maxResults, @Nullable String pageToken) {
        PageToken after = PageToken.read(pageToken, RunRows.TOKEN_PARTS);
        return PageToken.page(
                database.read(sql -> RunRows.newest(sql, experimentId, after, more(maxResults))),
                maxResults,
                RunRows::token);
    }

    @Override
    public Page<Run> searchRuns(RunSearch search) {
        metrics.settle();
        return searching.runs(search);
    }

    @Override
    public List<DatasetSummary> datasets(List<String> experimentIds) {
        List<Long> numbers = experimentIds.stream().map(Experiment::number).toList();
        return database.read(sql -> InputRows.summaries(sql, numbers));
    }

    @Override
    public LoggedModel createLoggedModel(NewLoggedModel model) {
        return loggedModels.create(model);
    }

    @Override
    public LoggedModel loggedModel(String id) {
        return loggedModels.get(id);
    }

    @Override
    public LoggedModel finalizeLoggedModel(String id, LoggedModelStatus status) {
        return loggedModels.finish(id, status);
    }

    @Override
    public void deleteLoggedModel(String id) {
        loggedModels.delete(id);
    }

    @Override
    public void logLoggedModelParams(String id, Map<String, String> params) {
        loggedModels.logParams(id, params);
    }

    @Override
    public LoggedModel setLoggedModelTags(String id, Map<String, String> tags) {
        return loggedModels.setTags(id, tags);
    }

    @Override
    public void deleteLoggedModelTag(String id, String key) {
        loggedModels.deleteTag(id, key);
    }

    @Override
    public Page<LoggedModel> searchLoggedModels(LoggedModelSearch search) {
        return searching.loggedModels(search);
    }

    @Override
    public Experiment importExperiment(Experiment experiment) {
        return importing.experiment(experiment);
    }

    @Override
    public boolean importRun(Run run) {
        return importing.run(run);
    }

    @Override
    public void importMetrics(String runId, List<Metric> metrics) {
        importing.metrics(runId, metrics);
    }

    @Override
    public boolean importLoggedModel(LoggedModel model, Lifecycle lifecycle) {
        return importing.loggedModel(model, lifecycle);
    }

    @Override
    public Purged purge(long deletedBeforeMillis) {
        return purging.purge(deletedBeforeMillis);
    }

    @Override
    public Purged purgeable(long deletedBeforeMillis) {
        return purging.purgeable(deletedBeforeMillis);
    }

    @Override
    public List<String> freedLocations() {
        return purging.freedLocations();
    }

    @Override
    public void forgetLocation(String location) {
        purging.forgetLocation(location);
    }

    /// One more than a page holds says whether there is another page.
    static int more(int maxResults) {
        Refusals.checkMaxResults(maxResults);
        return maxResults == Integer.MAX_VALUE ? maxResults : maxResults + 1;
    }
}
