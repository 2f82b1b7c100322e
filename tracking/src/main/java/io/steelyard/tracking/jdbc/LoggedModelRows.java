package io.steelyard.tracking.jdbc;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import io.steelyard.tracking.Experiment;
import io.steelyard.tracking.Lifecycle;
import io.steelyard.tracking.LoggedModel;
import io.steelyard.tracking.LoggedModelStatus;
import io.steelyard.tracking.ModelMetric;
import io.steelyard.tracking.NewLoggedModel;
import io.steelyard.tracking.Refusals;
import java.util.ArrayList;
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

/// The table `logged_models`, and a logged model with all that other tables hold of it.
final class LoggedModelRows {
    static final Table<Record> MODELS = table(name("logged_models"));
    static final Field<Long> MODEL_NO = field(name("logged_models", "model_no"), SQLDataType.BIGINT);
    static final Field<String> MODEL_ID = field(name("logged_models", "model_id"), SQLDataType.CLOB);
    static final Field<Long> EXPERIMENT_ID = field(name("logged_models", "experiment_id"), SQLDataType.BIGINT);
    static final Field<String> NAME = field(name("logged_models", "name"), SQLDataType.CLOB);
    static final Field<String> ARTIFACT_URI = field(name("logged_models", "artifact_uri"), SQLDataType.CLOB);
    static final Field<String> STATUS = field(name("logged_models", "status"), SQLDataType.CLOB);
    static final Field<String> SOURCE_RUN_ID = field(name("logged_models", "source_run_id"), SQLDataType.CLOB);
    static final Field<String> MODEL_TYPE = field(name("logged_models", "model_type"), SQLDataType.CLOB);
    static final Field<Long> CREATION_TIME = field(name("logged_models", "creation_time"), SQLDataType.BIGINT);
    static final Field<Long> LAST_UPDATE_TIME = field(name("logged_models", "last_update_time"), SQLDataType.BIGINT);
    static final Field<String> LIFECYCLE = field(name("logged_models", "lifecycle"), SQLDataType.CLOB);

    /// Models a query, so that it has no more values than the database takes.
    private static final int AT_ONCE = 1000;

    private LoggedModelRows() {}

    static LoggedModel insert(DSLContext sql, NewLoggedModel model, Experiment experiment, long now) {
        String id = "m-" + UUID.randomUUID().toString().replace("-", "");
        insert(
                sql,
                new LoggedModel(
                        id,
                        experiment.id(),
                        model.nameOrRandom(),
                        experiment.modelArtifactUri(id),
                        LoggedModelStatus.PENDING,
                        model.sourceRunId(),
                        model.modelType(),
                        now,
                        now,
                        model.params(),
                        model.tags(),
                        List.of()),
                Lifecycle.ACTIVE);
        return get(sql, id);
    }

    /// Inserts a model with its parameters and tags, without its metrics.
    ///
    /// @return its number
    static long insert(DSLContext sql, LoggedModel model, Lifecycle lifecycle) {
        long no = sql.insertInto(MODELS)
                .set(MODEL_ID, model.id())
                .set(EXPERIMENT_ID, Experiment.number(model.experimentId()))
                .set(NAME, model.name())
                .set(ARTIFACT_URI, model.artifactUri())
                .set(STATUS, model.status().name())
                .set(SOURCE_RUN_ID, model.sourceRunId())
                .set(MODEL_TYPE, model.modelType())
                .set(CREATION_TIME, model.creationTimeMillis())
                .set(LAST_UPDATE_TIME, model.lastUpdateTimeMillis())
                .set(LIFECYCLE, lifecycle.name())
                .returning(MODEL_NO)
                .fetchSingle(MODEL_NO);
        EntryRows.MODEL_PARAMS.insertNew(sql, no, model.params());
        EntryRows.MODEL_TAGS.upsert(sql, no, model.tags());
        return no;
    }

    /// @return the model, unless it is deleted
    static LoggedModel get(DSLContext sql, String id) {
        return one(sql, id, LIFECYCLE.eq(Lifecycle.ACTIVE.name()));
    }

    /// @return the model, a deleted one too
    static LoggedModel getAny(DSLContext sql, String id) {
        return one(sql, id, noCondition());
    }

    /// @return the models of these numbers, in their order
    static List<LoggedModel> numbered(DSLContext sql, List<Long> nos) {
        List<LoggedModel> found = new ArrayList<>();
        for (List<Long> some :
                nos.stream().gather(Gatherers.windowFixed(AT_ONCE)).toList()) {
            Map<Long, Record> rows =
                    sql.select(columns()).from(MODELS).where(MODEL_NO.in(some)).fetchMap(MODEL_NO);
            Result<Record> ordered = sql.newResult(columns());
            some.forEach(no -> Optional.ofNullable(rows.get(no)).ifPresent(ordered::add));
            found.addAll(models(sql, ordered));
        }
        return found;
    }

    private static LoggedModel one(DSLContext sql, String id, Condition condition) {
        List<LoggedModel> found = models(
                sql,
                sql.select(columns())
                        .from(MODELS)
                        .where(MODEL_ID.eq(id), condition)
                        .fetch());
        if (found.isEmpty()) {
            throw Refusals.noLoggedModel(id);
        }
        return found.getFirst();
    }

    /// @return the number of a model, of a deleted one too
    static long number(DSLContext sql, String id) {
        return findNumber(sql, id).orElseThrow(() -> Refusals.noLoggedModel(id));
    }

    static Optional<Long> findNumber(DSLContext sql, String id) {
        return sql.select(MODEL_NO).from(MODELS).where(MODEL_ID.eq(id)).fetchOptional(MODEL_NO);
    }

    static void update(DSLContext sql, String id, Map<Field<String>, String> changes, long now) {
        sql.update(MODELS)
                .set(changes)
                .set(LAST_UPDATE_TIME, now)
                .where(MODEL_NO.eq(number(sql, id)))
                .execute();
    }

    /// Sets the status of a model whose status is PENDING.
    static void leavePending(DSLContext sql, long no, LoggedModelStatus status) {
        sql.update(MODELS)
                .set(STATUS, status.name())
                .where(MODEL_NO.eq(no), STATUS.eq(LoggedModelStatus.PENDING.name()))
                .execute();
    }

    static Field<?>[] columns() {
        return new Field<?>[] {
            MODEL_NO,
            MODEL_ID,
            EXPERIMENT_ID,
            NAME,
            ARTIFACT_URI,
            STATUS,
            SOURCE_RUN_ID,
            MODEL_TYPE,
            CREATION_TIME,
            LAST_UPDATE_TIME
        };
    }

    /// Adds what the other tables hold, with one query a table.
    ///
    /// @param rows rows of [#columns]
    static List<LoggedModel> models(DSLContext sql, Result<Record> rows) {
        List<Long> nos = rows.getValues(MODEL_NO);
        if (nos.isEmpty()) {
            return List.of();
        }
        Map<Long, Map<String, String>> params = EntryRows.MODEL_PARAMS.of(sql, nos);
        Map<Long, Map<String, String>> tags = EntryRows.MODEL_TAGS.of(sql, nos);
        Map<Long, List<ModelMetric>> metrics = ModelMetricRows.of(sql, nos);
        return rows.map(row -> {
            Long no = row.get(MODEL_NO);
            return new LoggedModel(
                    row.get(MODEL_ID),
                    row.get(EXPERIMENT_ID).toString(),
                    row.get(NAME),
                    row.get(ARTIFACT_URI),
                    LoggedModelStatus.valueOf(row.get(STATUS)),
                    row.get(SOURCE_RUN_ID),
                    row.get(MODEL_TYPE),
                    row.get(CREATION_TIME),
                    row.get(LAST_UPDATE_TIME),
                    params.getOrDefault(no, Map.of()),
                    tags.getOrDefault(no, Map.of()),
                    metrics.getOrDefault(no, List.of()));
        });
    }
}
