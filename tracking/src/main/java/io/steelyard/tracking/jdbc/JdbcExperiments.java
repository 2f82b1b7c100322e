package io.steelyard.tracking.jdbc;

import io.steelyard.sql.Database;
import io.steelyard.sql.DatabaseException;
import io.steelyard.tracking.Experiment;
import io.steelyard.tracking.ExperimentTag;
import io.steelyard.tracking.Lifecycle;
import io.steelyard.tracking.NewExperiment;
import io.steelyard.tracking.Refusals;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;

/// The experiments of a store.
final class JdbcExperiments {
    private final Database database;
    private final InstantSource clock;

    JdbcExperiments(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    Experiment create(NewExperiment experiment) {
        return named(experiment.name(), sql -> ExperimentRows.insert(sql, experiment, clock.millis()));
    }

    Experiment get(String id) {
        return database.read(sql -> ExperimentRows.get(sql, id));
    }

    Optional<Experiment> find(String name) {
        return database.read(sql -> ExperimentRows.find(sql, name));
    }

    Experiment rename(String id, String name) {
        return named(name, sql -> {
            ExperimentRows.rename(sql, id, name, clock.millis());
            return ExperimentRows.get(sql, id);
        });
    }

    /// Does what may find a name taken.
    private Experiment named(String name, Function<DSLContext, Experiment> work) {
        try {
            return database.transact(work);
        } catch (DatabaseException e) {
            if (e.kind() == DatabaseException.Kind.CONFLICT) {
                throw Refusals.experimentExists(name);
            }
            throw e;
        }
    }

    void delete(String id) {
        database.transact(sql -> {
            ExperimentRows.move(sql, id, Lifecycle.DELETED, clock.millis());
            RunRows.moveAll(sql, id, clock.millis());
            return null;
        });
    }

    void restore(String id) {
        database.transact(sql -> {
            ExperimentRows.move(sql, id, Lifecycle.ACTIVE, clock.millis());
            RunRows.moveAll(sql, id, null);
            return null;
        });
    }

    void setTag(String id, ExperimentTag tag) {
        database.transact(sql -> {
            EntryRows.EXPERIMENT_TAGS.upsert(sql, activeNumber(sql, id), Map.of(tag.key(), tag.value()));
            return null;
        });
    }

    void deleteTag(String id, String key) {
        database.transact(sql -> {
            if (!EntryRows.EXPERIMENT_TAGS.delete(sql, activeNumber(sql, id), key)) {
                throw Refusals.noTag(key, "experiment", id);
            }
            return null;
        });
    }

    private static long activeNumber(DSLContext sql, String id) {
        return Experiment.number(ExperimentRows.active(sql, id).id());
    }
}
