package io.steelyard.tracking.jdbc;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.steelyard.tracking.Experiment;
import io.steelyard.tracking.Lifecycle;
import io.steelyard.tracking.NewExperiment;
import io.steelyard.tracking.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// The tables `experiments` and `experiment_tags`.
final class ExperimentRows {
    static final Table<Record> EXPERIMENTS = table(name("experiments"));
    static final Field<Long> EXPERIMENT_ID = field(name("experiments", "experiment_id"), SQLDataType.BIGINT);
    private static final Field<String> NAME = field(name("experiments", "name"), SQLDataType.CLOB);
    static final Field<String> ARTIFACT_LOCATION = field(name("experiments", "artifact_location"), SQLDataType.CLOB);
    static final Field<String> LIFECYCLE = field(name("experiments", "lifecycle"), SQLDataType.CLOB);
    private static final Field<Long> CREATION_TIME = field(name("experiments", "creation_time"), SQLDataType.BIGINT);
    static final Field<Long> LAST_UPDATE_TIME = field(name("experiments", "last_update_time"), SQLDataType.BIGINT);
    static final Field<Integer> CONDEMNED = field(name("experiments", "condemned"), SQLDataType.INTEGER);

    /// Experiments a query, so that it has no more values than the database takes.
    private static final int AT_ONCE = 1000;

    private ExperimentRows() {}

    static Experiment insert(DSLContext sql, NewExperiment experiment, long now) {
        String location = experiment.artifactLocation() == null ? "" : experiment.artifactLocation();
        return insert(
                sql,
                new Experiment("", experiment.name(), location, Lifecycle.ACTIVE, now, now, experiment.tags()),
                Map.of());
    }

    /// @param experiment what to write; its id is not read
    /// @param given more columns
    static Experiment insert(DSLContext sql, Experiment experiment, Map<Field<Long>, Long> given) {
        long id = sql.insertInto(EXPERIMENTS)
                .set(given)
                .set(NAME, experiment.name())
                .set(ARTIFACT_LOCATION, experiment.artifactLocation())
                .set(LIFECYCLE, experiment.lifecycle().name())
                .set(CREATION_TIME, experiment.creationTimeMillis())
                .set(LAST_UPDATE_TIME, experiment.lastUpdateTimeMillis())
                .returning(EXPERIMENT_ID)
                .fetchSingle(EXPERIMENT_ID);
        if (experiment.artifactLocation().isEmpty()) {
            sql.update(EXPERIMENTS)
                    .set(ARTIFACT_LOCATION, Experiment.usualLocation(id))
                    .where(EXPERIMENT_ID.eq(id))
                    .execute();
        }
        EntryRows.EXPERIMENT_TAGS.upsert(sql, id, experiment.tags());
        return get(sql, Long.toString(id));
    }

    static boolean exists(DSLContext sql, long id) {
        return sql.fetchExists(EXPERIMENTS, EXPERIMENT_ID.eq(id));
    }

    /// Makes the next id that is given out greater than one that was chosen. SQLite does so by itself.
    static void leaveIdsUpTo(DSLContext sql, long id) {
        if (sql.family() == SQLDialect.POSTGRES) {
            sql.fetch(
                    "SELECT setval(s, greatest(nextval(s), {0})) FROM"
                            + " (SELECT pg_get_serial_sequence('experiments', 'experiment_id')::regclass AS s) AS q",
                    DSL.val(id));
        }
    }

    static Experiment get(DSLContext sql, String id) {
        long number = Experiment.number(id);
        return one(sql, EXPERIMENT_ID.eq(number)).orElseThrow(() -> Refusals.noExperiment(number));
    }

    /// @throws io.steelyard.tracking.TrackingException of kind INVALID where it is deleted
    static Experiment active(DSLContext sql, String id) {
        Experiment experiment = get(sql, id);
        Refusals.checkActive(experiment);
        return experiment;
    }

    static void rename(DSLContext sql, String id, String name, long now) {
        Experiment experiment = get(sql, id);
        Refusals.checkRename(experiment);
        sql.update(EXPERIMENTS)
                .set(NAME, name)
                .set(LAST_UPDATE_TIME, now)
                .where(EXPERIMENT_ID.eq(Experiment.number(id)))
                .execute();
    }

    /// Deletes or restores an experiment, without its runs.
    ///
    /// @param to what it becomes; it must be the other now
    static void move(DSLContext sql, String id, Lifecycle to, long now) {
        int moved = sql.update(EXPERIMENTS)
                .set(LIFECYCLE, to.name())
                .set(LAST_UPDATE_TIME, now)
                .where(EXPERIMENT_ID.eq(Experiment.number(id)), LIFECYCLE.ne(to.name()), CONDEMNED.eq(0))
                .execute();
        if (moved == 0) {
            throw Refusals.noExperiment(Experiment.number(id));
        }
    }

    static Optional<Experiment> find(DSLContext sql, String name) {
        return one(sql, NAME.eq(name));
    }

    /// @return the experiments of these numbers, in their order
    static List<Experiment> numbered(DSLContext sql, List<Long> numbers) {
        List<Experiment> found = new ArrayList<>();
        for (List<Long> some :
                numbers.stream().gather(Gatherers.windowFixed(AT_ONCE)).toList()) {
            Map<String, Experiment> byId = experiments(sql, EXPERIMENT_ID.in(some)).stream()
                    .collect(Collectors.toMap(Experiment::id, experiment -> experiment));
            some.forEach(
                    number -> Optional.ofNullable(byId.get(number.toString())).ifPresent(found::add));
        }
        return found;
    }

    private static Optional<Experiment> one(DSLContext sql, Condition condition) {
        return experiments(sql, condition).stream().findFirst();
    }

    /// Adds the tags with one query.
    private static List<Experiment> experiments(DSLContext sql, Condition condition) {
        var rows = sql.select(EXPERIMENT_ID, NAME, ARTIFACT_LOCATION, LIFECYCLE, CREATION_TIME, LAST_UPDATE_TIME)
                .from(EXPERIMENTS)
                .where(condition)
                .fetch();
        Map<Long, Map<String, String>> tags =
                rows.isEmpty() ? Map.of() : EntryRows.EXPERIMENT_TAGS.of(sql, rows.getValues(EXPERIMENT_ID));
        return rows.map(row -> new Experiment(
                row.value1().toString(),
                row.value2(),
                row.value3(),
                Lifecycle.valueOf(row.value4()),
                row.value5(),
                row.value6(),
                tags.getOrDefault(row.value1(), Map.of())));
    }
}
