package io.steelyard.tracking.jdbc;

import io.steelyard.sql.Database;
import io.steelyard.sql.DatabaseException;
import io.steelyard.sql.MigrationSet;
import io.steelyard.tracking.DatasetSummary;
import io.steelyard.tracking.Experiment;
import io.steelyard.tracking.ExperimentSearch;
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
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunBatch;
import io.steelyard.tracking.RunInput;
import io.steelyard.tracking.RunSearch;
import io.steelyard.tracking.RunUpdate;
import io.steelyard.tracking.TrackingException;
import io.steelyard.tracking.TrackingImport;
import io.steelyard.tracking.TrackingPurge;
import io.steelyard.tracking.TrackingStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A tracking store in a database. Each method is one transaction; what the database itself refuses is a
/// [DatabaseException].
public final class JdbcTrackingStore implements TrackingStore, TrackingImport, TrackingPurge {
    private static final MigrationSet MIGRATIONS =
            new MigrationSet("tracking", "io/steelyard/tracking/jdbc/migrations", 4);

    private final Database database;
    private final InstantSource clock;

    private JdbcTrackingStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
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
        database.migrate(MIGRATIONS);
        return new JdbcTrackingStore(database, clock);
    }

    @Override
    public Experiment createExperiment(NewExperiment experiment) {
        try {
            return database.transact(sql -> ExperimentRows.insert(sql, experiment, clock.millis()));
        } catch (DatabaseException e) {
            if (e.kind() == DatabaseException.Kind.CONFLICT) {
                throw TrackingException.alreadyExists("Experiment(name=" + experiment.name() + ") already exists.");
            }
            throw e;
        }
    }

    @Override
    public Experiment experiment(String id) {
        return database.read(sql -> ExperimentRows.get(sql, id));
    }

    @Override
    public Optional<Experiment> findExperiment(String name) {
        return database.read(sql -> ExperimentRows.find(sql, name));
    }

    @Override
    public Run createRun(NewRun run) {
        return database.transact(sql -> RunRows.insert(sql, run, ExperimentRows.get(sql, run.experimentId())));
    }

    @Override
    public Run run(String id) {
        return database.read(sql -> RunRows.get(sql, id));
    }

    @Override
    public Run updateRun(String id, RunUpdate update) {
        return database.transact(sql -> {
            RunRows.update(sql, RunRows.find(sql, id), update);
            return RunRows.get(sql, id);
        });
    }

    @Override
    public void log(String runId, RunBatch batch) {
        database.transact(sql -> {
            RunRows.Key run = RunRows.find(sql, runId);
            EntryRows.insertParams(sql, run, batch);
            MetricRows.insert(sql, run.no(), batch.metrics());
            RunRows.setTags(sql, run, batch.tags());
            return null;
        });
    }

    @Override
    public void logInputs(String runId, List<RunInput> inputs) {
        database.transact(sql -> {
            InputRows.insert(sql, RunRows.find(sql, runId), inputs);
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
    public void renameExperiment(String id, String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void deleteExperiment(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void restoreExperiment(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setExperimentTag(String id, String key, String value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void deleteExperimentTag(String id, String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<Experiment> searchExperiments(ExperimentSearch search) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void deleteRun(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void restoreRun(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void deleteTag(String id, String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void logModelInputs(String runId, List<String> modelIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void logOutputs(String runId, List<ModelOutput> models) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<Run> searchRuns(RunSearch search) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<DatasetSummary> datasets(List<String> experimentIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LoggedModel createLoggedModel(NewLoggedModel model) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LoggedModel loggedModel(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LoggedModel finalizeLoggedModel(String id, LoggedModelStatus status) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void deleteLoggedModel(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void logLoggedModelParams(String id, Map<String, String> params) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LoggedModel setLoggedModelTags(String id, Map<String, String> tags) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void deleteLoggedModelTag(String id, String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<LoggedModel> searchLoggedModels(LoggedModelSearch search) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Experiment importExperiment(Experiment experiment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean importRun(Run run) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void importMetrics(String runId, List<Metric> metrics) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean importLoggedModel(LoggedModel model, Lifecycle lifecycle) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Purged purge(long deletedBeforeMillis) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> freedLocations() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forgetLocation(String location) {
        throw new UnsupportedOperationException();
    }

    /// One more than a page holds says whether there is another page.
    private static int more(int maxResults) {
        if (maxResults < 1) {
            throw TrackingException.invalid(
                    "Invalid value " + maxResults + " for parameter 'max_results' supplied: it must be at least 1");
        }
        return maxResults == Integer.MAX_VALUE ? maxResults : maxResults + 1;
    }
}
