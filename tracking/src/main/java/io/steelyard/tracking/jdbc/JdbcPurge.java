package io.steelyard.tracking.jdbc;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.steelyard.sql.Database;
import io.steelyard.tracking.Experiment;
import io.steelyard.tracking.Lifecycle;
import io.steelyard.tracking.TrackingPurge;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/// Removes deleted experiments, runs and logged models, a few in each transaction.
///
/// What is to go is first condemned: from then on it cannot be restored, so that its metrics can go in many steps.
final class JdbcPurge implements TrackingPurge {
    private static final int AT_ONCE = 100;

    private static final Table<Record> FREED = table(name("freed_locations"));
    private static final Field<String> LOCATION = field(name("freed_locations", "location"), SQLDataType.CLOB);

    private static final Select<Record1<Long>> CONDEMNED_EXPERIMENTS = select(ExperimentRows.EXPERIMENT_ID)
            .from(ExperimentRows.EXPERIMENTS)
            .where(ExperimentRows.CONDEMNED.eq(1));

    private final Database database;

    JdbcPurge(Database database) {
        this.database = database;
    }

    @Override
    public Purged purge(long deletedBeforeMillis) {
        database.transact(sql -> condemnExperiments(sql, deletedBeforeMillis));
        int runs = purgeRuns(deletedBeforeMillis);
        int models = untilNone(sql -> removeModels(sql, deletedBeforeMillis));
        return new Purged(untilNone(JdbcPurge::removeExperiments), runs, models);
    }

    private int untilNone(Function<DSLContext, Integer> step) {
        int all = 0;
        int some;
        do {
            some = database.transact(step);
            all += some;
        } while (some > 0);
        return all;
    }

    @Override
    public List<String> freedLocations() {
        return database.read(sql -> sql.select(LOCATION).from(FREED).fetch(LOCATION)).stream()
                .sorted()
                .toList();
    }

    @Override
    public void forgetLocation(String location) {
        database.transact(
                sql -> sql.deleteFrom(FREED).where(LOCATION.eq(location)).execute());
    }

    private static void free(DSLContext sql, List<String> locations) {
        for (String location : locations) {
            sql.insertInto(FREED).set(LOCATION, location).onConflictDoNothing().execute();
        }
    }

    private static int condemnExperiments(DSLContext sql, long before) {
        return sql.update(ExperimentRows.EXPERIMENTS)
                .set(ExperimentRows.CONDEMNED, 1)
                .where(
                        ExperimentRows.LIFECYCLE.eq(Lifecycle.DELETED.name()),
                        ExperimentRows.LAST_UPDATE_TIME.lt(before),
                        ExperimentRows.EXPERIMENT_ID.ne(Experiment.DEFAULT))
                .execute();
    }

    private int purgeRuns(long before) {
        int purged = 0;
        while (true) {
            List<Long> runs = database.transact(sql -> condemnRuns(sql, before));
            if (runs.isEmpty()) {
                return purged;
            }
            while (database.transact(sql -> MetricRows.removeSome(sql, runs))) {
                // The next step removes some more.
            }
            database.transact(sql -> removeRuns(sql, runs));
            purged += runs.size();
        }
    }

    /// @return the numbers of some runs that are to go
    private static List<Long> condemnRuns(DSLContext sql, long before) {
        List<Long> runs = sql.select(RunRows.RUN_NO)
                .from(RunRows.RUNS)
                .where(RunRows.DELETED_TIME.lt(before).or(RunRows.EXPERIMENT_ID.in(CONDEMNED_EXPERIMENTS)))
                .limit(AT_ONCE)
                .fetch(RunRows.RUN_NO);
        sql.update(RunRows.RUNS)
                .set(RunRows.CONDEMNED, 1)
                .set(RunRows.LIFECYCLE, Lifecycle.DELETED.name())
                // Whatever the next purge's moment is, it goes on with these.
                .set(RunRows.DELETED_TIME, 0L)
                .where(RunRows.RUN_NO.in(runs))
                .execute();
        return runs;
    }

    private static int removeRuns(DSLContext sql, List<Long> runs) {
        Condition these = RunRows.RUN_NO.in(runs);
        free(
                sql,
                sql.select(RunRows.ARTIFACT_URI).from(RunRows.RUNS).where(these).fetch(RunRows.ARTIFACT_URI));
        return sql.deleteFrom(RunRows.RUNS).where(these).execute();
    }

    private static int removeModels(DSLContext sql, long before) {
        var models = sql.select(LoggedModelRows.MODEL_NO, LoggedModelRows.ARTIFACT_URI)
                .from(LoggedModelRows.MODELS)
                .where(LoggedModelRows.LIFECYCLE
                        .eq(Lifecycle.DELETED.name())
                        .and(LoggedModelRows.LAST_UPDATE_TIME.lt(before))
                        .or(LoggedModelRows.EXPERIMENT_ID.in(CONDEMNED_EXPERIMENTS)))
                .limit(AT_ONCE)
                .fetch();
        free(sql, models.getValues(LoggedModelRows.ARTIFACT_URI));
        return sql.deleteFrom(LoggedModelRows.MODELS)
                .where(LoggedModelRows.MODEL_NO.in(models.getValues(LoggedModelRows.MODEL_NO)))
                .execute();
    }

    /// Removes the experiments, which are empty by now. A location that somebody chose may hold more than an
    /// experiment, and stays.
    private static int removeExperiments(DSLContext sql) {
        var experiments = sql.select(ExperimentRows.EXPERIMENT_ID, ExperimentRows.ARTIFACT_LOCATION)
                .from(ExperimentRows.EXPERIMENTS)
                .where(ExperimentRows.CONDEMNED.eq(1))
                .limit(AT_ONCE)
                .fetch();
        experiments.forEach(row -> {
            String usual = Experiment.usualLocation(row.value1());
            if (usual.equals(row.value2())) {
                free(sql, List.of(usual));
            }
            sql.deleteFrom(ExperimentRows.EXPERIMENTS)
                    .where(ExperimentRows.EXPERIMENT_ID.eq(row.value1()))
                    .execute();
        });
        return experiments.size();
    }
}
