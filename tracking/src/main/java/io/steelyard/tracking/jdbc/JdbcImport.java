package io.steelyard.tracking.jdbc;

import io.steelyard.sql.Database;
import io.steelyard.tracking.Experiment;
import io.steelyard.tracking.Lifecycle;
import io.steelyard.tracking.LoggedModel;
import io.steelyard.tracking.LoggedModelStatus;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.ModelMetric;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.TrackingException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;

/// What is brought over from another store: written once, and added to when it comes again.
final class JdbcImport {
    /// A run's id, which is a part of paths.
    private static final Pattern RUN_ID = Pattern.compile("[a-zA-Z0-9][\\w\\-]{0,255}");

    private final Database database;
    private final InstantSource clock;

    JdbcImport(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    Experiment experiment(Experiment experiment) {
        return database.transact(sql -> {
            Optional<Experiment> found = ExperimentRows.find(sql, experiment.name());
            if (found.isEmpty()) {
                return ExperimentRows.insert(sql, experiment, keptId(sql, experiment));
            }
            String id = found.get().id();
            EntryRows.EXPERIMENT_TAGS.insertNew(sql, Experiment.number(id), experiment.tags());
            return ExperimentRows.get(sql, id);
        });
    }

    /// @return the id to give it, where it is free; an id of MLflow's folders, which are beyond all others, is not kept
    private static Map<Field<Long>, Long> keptId(DSLContext sql, Experiment experiment) {
        long id = Experiment.number(experiment.id());
        if (id <= 0 || id > Integer.MAX_VALUE || ExperimentRows.exists(sql, id)) {
            return Map.of();
        }
        ExperimentRows.leaveIdsUpTo(sql, id);
        return Map.of(ExperimentRows.EXPERIMENT_ID, id);
    }

    boolean run(Run run) {
        if (!RUN_ID.matcher(run.id()).matches()) {
            throw TrackingException.invalid("Invalid run ID: '" + run.id() + "'");
        }
        return database.transact(sql -> {
            Optional<RunRows.Key> found = RunRows.findIfAny(sql, run.id());
            RunRows.Key key = found.orElseGet(() -> insert(sql, run));
            if (found.isPresent()) {
                RunRows.end(sql, key, run.status(), run.endTimeMillis());
            }
            EntryRows.PARAMS.insertNew(sql, key.no(), run.params());
            EntryRows.TAGS.insertNew(sql, key.no(), run.tags());
            InputRows.insert(sql, key, run.inputs());
            RunModelRows.insertInputs(sql, key, run.modelInputs());
            RunModelRows.insertOutputs(sql, key, run.outputs());
            return found.isEmpty();
        });
    }

    private RunRows.Key insert(DSLContext sql, Run run) {
        ExperimentRows.get(sql, run.experimentId());
        RunRows.Key key = RunRows.insert(sql, run, run.lifecycle() == Lifecycle.DELETED ? clock.millis() : null);
        if (!run.name().isEmpty()) {
            EntryRows.TAGS.insertNew(sql, key.no(), Map.of(Run.NAME_TAG, run.name()));
        }
        return key;
    }

    void metrics(String runId, List<Metric> metrics) {
        database.transact(sql -> {
            MetricRows.insert(sql, RunRows.find(sql, runId).no(), metrics);
            return null;
        });
    }

    boolean loggedModel(LoggedModel model, Lifecycle lifecycle) {
        return database.transact(sql -> {
            ExperimentRows.get(sql, model.experimentId());
            Optional<Long> found = LoggedModelRows.findNumber(sql, model.id());
            if (found.isEmpty()) {
                LoggedModelRows.insert(sql, model, lifecycle);
            } else {
                EntryRows.MODEL_PARAMS.insertNew(sql, found.get(), model.params());
                EntryRows.MODEL_TAGS.insertNew(sql, found.get(), model.tags());
                if (model.status() != LoggedModelStatus.PENDING) {
                    LoggedModelRows.leavePending(sql, found.get(), model.status());
                }
            }
            insertMetrics(sql, model);
            return found.isEmpty();
        });
    }

    private static void insertMetrics(DSLContext sql, LoggedModel model) {
        Map<String, List<ModelMetric>> byRun =
                model.metrics().stream().collect(Collectors.groupingBy(ModelMetric::runId));
        byRun.forEach((runId, metrics) ->
                RunRows.findIfAny(sql, runId).ifPresent(run -> ModelMetricRows.insert(sql, run, metrics)));
    }
}
