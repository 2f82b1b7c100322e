package io.steelyard.tracking.jdbc;

import io.steelyard.sql.Database;
import io.steelyard.tracking.Lifecycle;
import io.steelyard.tracking.LoggedModel;
import io.steelyard.tracking.LoggedModelStatus;
import io.steelyard.tracking.NewLoggedModel;
import io.steelyard.tracking.Refusals;
import java.time.InstantSource;
import java.util.Map;

/// The logged models of a store. As in MLflow a deleted one can still be written to, but not be read.
final class JdbcLoggedModels {
    private final Database database;
    private final InstantSource clock;

    JdbcLoggedModels(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    LoggedModel create(NewLoggedModel model) {
        return database.transact(sql ->
                LoggedModelRows.insert(sql, model, ExperimentRows.active(sql, model.experimentId()), clock.millis()));
    }

    LoggedModel get(String id) {
        return database.read(sql -> LoggedModelRows.get(sql, id));
    }

    LoggedModel finish(String id, LoggedModelStatus status) {
        return database.transact(sql -> {
            LoggedModelRows.update(sql, id, Map.of(LoggedModelRows.STATUS, status.name()), clock.millis());
            return LoggedModelRows.getAny(sql, id);
        });
    }

    void delete(String id) {
        database.transact(sql -> {
            LoggedModelRows.update(
                    sql, id, Map.of(LoggedModelRows.LIFECYCLE, Lifecycle.DELETED.name()), clock.millis());
            return null;
        });
    }

    void logParams(String id, Map<String, String> params) {
        database.transact(sql -> {
            long no = LoggedModelRows.number(sql, id);
            Refusals.checkLoggedModelParams(id, params, EntryRows.MODEL_PARAMS.of(sql, no));
            EntryRows.MODEL_PARAMS.insertNew(sql, no, params);
            return null;
        });
    }

    LoggedModel setTags(String id, Map<String, String> tags) {
        return database.transact(sql -> {
            EntryRows.MODEL_TAGS.upsert(sql, LoggedModelRows.number(sql, id), tags);
            return LoggedModelRows.getAny(sql, id);
        });
    }

    void deleteTag(String id, String key) {
        database.transact(sql -> {
            if (!EntryRows.MODEL_TAGS.delete(sql, LoggedModelRows.number(sql, id), key)) {
                throw Refusals.noLoggedModelTag(key, id);
            }
            return null;
        });
    }
}
