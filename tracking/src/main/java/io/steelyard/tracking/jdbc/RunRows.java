package io.steelyard.tracking.jdbc;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import io.steelyard.tracking.Experiment;
import io.steelyard.tracking.Lifecycle;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.ModelOutput;
import io.steelyard.tracking.NewRun;
import io.steelyard.tracking.Refusals;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunInput;
import io.steelyard.tracking.RunStatus;
import io.steelyard.tracking.RunUpdate;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Gatherers;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// The table `runs`, and a run with all that other tables hold of it.
final class RunRows {
    static final int TOKEN_PARTS = 2;

    private static final String ACTIVE = "SELECT run_no, experiment_id, lifecycle FROM runs WHERE run_id = ?";

    /// Runs a query, so that it has no more values than the database takes.
    private static final int AT_ONCE = 1000;

    static final Table<Record> RUNS = table(name("runs"));
    static final Field<Long> RUN_NO = field(name("runs", "run_no"), SQLDataType.BIGINT);
    static final Field<String> RUN_ID = field(name("runs", "run_id"), SQLDataType.CLOB);
    static final Field<Long> EXPERIMENT_ID = field(name("runs", "experiment_id"), SQLDataType.BIGINT);
    private static final Field<String> NAME = field(name("runs", "name"), SQLDataType.CLOB);
    private static final Field<String> USER_ID = field(name("runs", "user_id"), SQLDataType.CLOB);
    private static final Field<String> STATUS = field(name("runs", "status"), SQLDataType.CLOB);
    private static final Field<Long> START_TIME = field(name("runs", "start_time"), SQLDataType.BIGINT);
    private static final Field<Long> END_TIME = field(name("runs", "end_time"), SQLDataType.BIGINT);
    static final Field<String> ARTIFACT_URI = field(name("runs", "artifact_uri"), SQLDataType.CLOB);
    static final Field<String> LIFECYCLE = field(name("runs", "lifecycle"), SQLDataType.CLOB);
    static final Field<Long> DELETED_TIME = field(name("runs", "deleted_time"), SQLDataType.BIGINT);
    static final Field<Integer> CONDEMNED = field(name("runs", "condemned"), SQLDataType.INTEGER);

    /// What other tables need of a run.
    ///
    /// @param no its number in this database
    /// @param id its id
    /// @param experimentId its experiment
    record Key(long no, String id, long experimentId) {}

    private RunRows() {}

    static Run insert(DSLContext sql, NewRun run, Experiment experiment) {
        String id = UUID.randomUUID().toString().replace("-", "");
        Map<String, String> tags = new HashMap<>(run.tags());
        String name = run.nameOrRandom();
        tags.put(Run.NAME_TAG, name);
        Key key = insert(
                sql,
                new Run(
                        id,
                        experiment.id(),
                        name,
                        run.userId(),
                        RunStatus.RUNNING,
                        run.startTimeMillis(),
                        null,
                        experiment.runArtifactUri(id),
                        Lifecycle.ACTIVE,
                        Map.of(),
                        tags,
                        Map.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                null);
        EntryRows.TAGS.upsert(sql, key.no(), tags);
        return get(sql, id);
    }

    /// Inserts the row of a run, nothing of what other tables hold.
    static Key insert(DSLContext sql, Run run, @Nullable Long deletedTime) {
        long experimentId = Experiment.number(run.experimentId());
        long no = sql.insertInto(RUNS)
                .set(RUN_ID, run.id())
                .set(EXPERIMENT_ID, experimentId)
                .set(NAME, run.name())
                .set(USER_ID, run.userId())
                .set(STATUS, run.status().name())
                .set(START_TIME, run.startTimeMillis())
                .set(END_TIME, run.endTimeMillis())
                .set(ARTIFACT_URI, run.artifactUri())
                .set(LIFECYCLE, run.lifecycle().name())
                .set(DELETED_TIME, deletedTime)
                .returning(RUN_NO)
                .fetchSingle(RUN_NO);
        return new Key(no, run.id(), experimentId);
    }

    static Key find(DSLContext sql, String id) {
        return findIfAny(sql, id).orElseThrow(() -> Refusals.noRun(id));
    }

    static Optional<Key> findIfAny(DSLContext sql, String id) {
        return sql.select(RUN_NO, EXPERIMENT_ID)
                .from(RUNS)
                .where(RUN_ID.eq(id))
                .fetchOptional(row -> new Key(row.value1(), id, row.value2()));
    }

    /// @throws TrackingException of kind INVALID where it is deleted
    static Key active(DSLContext sql, String id) {
        // Straight JDBC, for this stands before each logged metric.
        return sql.connectionResult(connection -> {
            try (PreparedStatement select = connection.prepareStatement(ACTIVE)) {
                select.setString(1, id);
                try (ResultSet found = select.executeQuery()) {
                    if (!found.next()) {
                        throw Refusals.noRun(id);
                    }
                    Refusals.checkActive(id, Lifecycle.valueOf(found.getString(3)));
                    return new Key(found.getLong(1), id, found.getLong(2));
                }
            }
        });
    }

    static void delete(DSLContext sql, String id, long now) {
        move(sql, RUN_NO.eq(find(sql, id).no()), now);
    }

    static void restore(DSLContext sql, String id) {
        if (move(sql, RUN_NO.eq(find(sql, id).no()), null) == 0) {
            throw Refusals.noRun(id);
        }
    }

    /// @param deletedTime null: they are restored
    static void moveAll(DSLContext sql, String experimentId, @Nullable Long deletedTime) {
        move(sql, EXPERIMENT_ID.eq(Experiment.number(experimentId)), deletedTime);
    }

    private static int move(DSLContext sql, Condition which, @Nullable Long deletedTime) {
        return sql.update(RUNS)
                .set(LIFECYCLE, (deletedTime == null ? Lifecycle.ACTIVE : Lifecycle.DELETED).name())
                .set(DELETED_TIME, deletedTime)
                .where(which, CONDEMNED.eq(0))
                .execute();
    }

    static Run get(DSLContext sql, String id) {
        List<Run> found =
                runs(sql, sql.select(columns()).from(RUNS).where(RUN_ID.eq(id)).fetch());
        if (found.isEmpty()) {
            throw Refusals.noRun(id);
        }
        return found.getFirst();
    }

    static void update(DSLContext sql, Key run, RunUpdate update) {
        Map<Field<?>, Object> changes = new HashMap<>();
        if (update.status() != null) {
            changes.put(STATUS, update.status().name());
        }
        if (update.endTimeMillis() != null) {
            changes.put(END_TIME, update.endTimeMillis());
        }
        if (update.name() != null && !update.name().isEmpty()) {
            changes.put(NAME, update.name());
            EntryRows.TAGS.upsert(sql, run.no(), Map.of(Run.NAME_TAG, update.name()));
        }
        if (!changes.isEmpty()) {
            sql.update(RUNS).set(changes).where(RUN_NO.eq(run.no())).execute();
        }
    }

    /// Ends a run that goes on here and ended elsewhere.
    static void end(DSLContext sql, Key run, RunStatus status, @Nullable Long endTimeMillis) {
        sql.update(RUNS)
                .set(STATUS, status.name())
                .set(END_TIME, endTimeMillis)
                .where(RUN_NO.eq(run.no()), STATUS.eq(RunStatus.RUNNING.name()))
                .execute();
    }

    /// Sets tags; the name's tag renames the run, unless it is empty.
    static void setTags(DSLContext sql, Key run, Map<String, String> tags) {
        Map<String, String> others = new HashMap<>(tags);
        String name = others.remove(Run.NAME_TAG);
        if (name != null) {
            update(sql, run, new RunUpdate(null, null, name));
        }
        EntryRows.TAGS.upsert(sql, run.no(), others);
    }

    /// @return the runs of these numbers, in their order
    static List<Run> numbered(DSLContext sql, List<Long> nos) {
        List<Run> found = new ArrayList<>();
        for (List<Long> some :
                nos.stream().gather(Gatherers.windowFixed(AT_ONCE)).toList()) {
            Map<Long, Record> rows =
                    sql.select(columns()).from(RUNS).where(RUN_NO.in(some)).fetchMap(RUN_NO);
            Result<Record> ordered = sql.newResult(columns());
            some.forEach(no -> Optional.ofNullable(rows.get(no)).ifPresent(ordered::add));
            found.addAll(runs(sql, ordered));
        }
        return found;
    }

    static List<Run> newest(DSLContext sql, String experimentId, @Nullable PageToken after, int limit) {
        return runs(
                sql,
                sql.select(columns())
                        .from(RUNS)
                        .where(
                                EXPERIMENT_ID.eq(Experiment.number(experimentId)),
                                LIFECYCLE.eq(Lifecycle.ACTIVE.name()),
                                after == null ? noCondition() : after(after))
                        .orderBy(START_TIME.desc(), RUN_ID)
                        .limit(limit)
                        .fetch());
    }

    private static Condition after(PageToken token) {
        long start = token.number(0);
        return START_TIME.le(start).and(START_TIME.lt(start).or(RUN_ID.gt(token.part(1))));
    }

    static PageToken token(Run last) {
        return PageToken.of(last.startTimeMillis(), last.id());
    }

    private static Field<?>[] columns() {
        return new Field<?>[] {
            RUN_NO, RUN_ID, EXPERIMENT_ID, NAME, USER_ID, STATUS, START_TIME, END_TIME, ARTIFACT_URI, LIFECYCLE
        };
    }

    /// Adds what the other tables hold, with one query a table.
    private static List<Run> runs(DSLContext sql, Result<Record> rows) {
        List<Long> nos = rows.getValues(RUN_NO);
        if (nos.isEmpty()) {
            return List.of();
        }
        Map<Long, Map<String, String>> params = EntryRows.PARAMS.of(sql, nos);
        Map<Long, Map<String, String>> tags = EntryRows.TAGS.of(sql, nos);
        Map<Long, Map<String, Metric>> metrics = MetricRows.latest(sql, nos);
        Map<Long, List<RunInput>> inputs = InputRows.of(sql, nos);
        Map<Long, List<String>> modelInputs = RunModelRows.inputs(sql, nos);
        Map<Long, List<ModelOutput>> outputs = RunModelRows.outputs(sql, nos);
        return rows.map(row -> {
            Long no = row.get(RUN_NO);
            return new Run(
                    row.get(RUN_ID),
                    row.get(EXPERIMENT_ID).toString(),
                    row.get(NAME),
                    row.get(USER_ID),
                    RunStatus.valueOf(row.get(STATUS)),
                    row.get(START_TIME),
                    row.get(END_TIME),
                    row.get(ARTIFACT_URI),
                    Lifecycle.valueOf(row.get(LIFECYCLE)),
                    params.getOrDefault(no, Map.of()),
                    tags.getOrDefault(no, Map.of()),
                    metrics.getOrDefault(no, Map.of()),
                    inputs.getOrDefault(no, List.of()),
                    modelInputs.getOrDefault(no, List.of()),
                    outputs.getOrDefault(no, List.of()));
        });
    }
}
