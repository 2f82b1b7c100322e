package io.steelyard.tracking.jdbc;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.steelyard.tracking.Experiment;
import io.steelyard.tracking.Lifecycle;
import io.steelyard.tracking.NewExperiment;
import io.steelyard.tracking.TrackingException;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/// The tables `experiments` and `experiment_tags`.
final class ExperimentRows {
    static final Table<Record> EXPERIMENTS = table(name("experiments"));
    static final Field<Long> EXPERIMENT_ID = field(name("experiments", "experiment_id"), SQLDataType.BIGINT);
    private static final Field<String> NAME = field(name("experiments", "name"), SQLDataType.CLOB);
    private static final Field<String> ARTIFACT_LOCATION =
            field(name("experiments", "artifact_location"), SQLDataType.CLOB);
    private static final Field<String> LIFECYCLE = field(name("experiments", "lifecycle"), SQLDataType.CLOB);
    private static final Field<Long> CREATION_TIME = field(name("experiments", "creation_time"), SQLDataType.BIGINT);
    private static final Field<Long> LAST_UPDATE_TIME =
            field(name("experiments", "last_update_time"), SQLDataType.BIGINT);

    private ExperimentRows() {}

    static Experiment insert(DSLContext sql, NewExperiment experiment, long now) {
        String location = experiment.artifactLocation() == null ? "" : experiment.artifactLocation();
        long id = sql.insertInto(EXPERIMENTS)
                .set(NAME, experiment.name())
                .set(ARTIFACT_LOCATION, location)
                .set(LIFECYCLE, Lifecycle.ACTIVE.name())
                .set(CREATION_TIME, now)
                .set(LAST_UPDATE_TIME, now)
                .returning(EXPERIMENT_ID)
                .fetchSingle(EXPERIMENT_ID);
        if (location.isEmpty()) {
            sql.update(EXPERIMENTS)
                    .set(ARTIFACT_LOCATION, "mlflow-artifacts:/" + id)
                    .where(EXPERIMENT_ID.eq(id))
                    .execute();
        }
        EntryRows.EXPERIMENT_TAGS.upsert(sql, id, experiment.tags());
        return get(sql, Long.toString(id));
    }

    static Experiment get(DSLContext sql, String id) {
        long number = number(id);
        return one(sql, EXPERIMENT_ID.eq(number))
                .orElseThrow(() -> TrackingException.notFound("No Experiment with id=" + number + " exists"));
    }

    static Optional<Experiment> find(DSLContext sql, String name) {
        return one(sql, NAME.eq(name));
    }

    static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw TrackingException.invalid(
                    "Invalid experiment ID '" + id + "'. Experiment ID must be a valid integer.");
        }
    }

    private static Optional<Experiment> one(DSLContext sql, Condition condition) {
        return sql.select(EXPERIMENT_ID, NAME, ARTIFACT_LOCATION, LIFECYCLE, CREATION_TIME, LAST_UPDATE_TIME)
                .from(EXPERIMENTS)
                .where(condition)
                .fetchOptional(row -> new Experiment(
                        row.value1().toString(),
                        row.value2(),
                        row.value3(),
                        Lifecycle.valueOf(row.value4()),
                        row.value5(),
                        row.value6(),
                        EntryRows.EXPERIMENT_TAGS.of(sql, row.value1())));
    }
}
