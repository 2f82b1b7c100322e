package io.steelyard.registry.jdbc;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.steelyard.registry.ModelVersion;
import io.steelyard.registry.RegisteredModel;
import io.steelyard.registry.RegistryRules;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Record5;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/// The table `registered_models`.
final class ModelRows {
    static final Table<Record> MODELS = table(name("registered_models"));
    static final Field<Long> MODEL_NO = field(name("registered_models", "model_no"), SQLDataType.BIGINT);
    static final Field<String> NAME = field(name("registered_models", "name"), SQLDataType.CLOB);
    private static final Field<String> DESCRIPTION = field(name("registered_models", "description"), SQLDataType.CLOB);
    private static final Field<Long> CREATION_TIME =
            field(name("registered_models", "creation_time"), SQLDataType.BIGINT);
    static final Field<Long> LAST_UPDATE_TIME =
            field(name("registered_models", "last_update_time"), SQLDataType.BIGINT);
    private static final Field<Integer> LAST_VERSION =
            field(name("registered_models", "last_version"), SQLDataType.INTEGER);

    private ModelRows() {}

    /// @return the model's number
    static long insert(DSLContext sql, String name, String description, Map<String, String> tags, long now) {
        long no = sql.insertInto(MODELS)
                .set(NAME, name)
                .set(DESCRIPTION, description)
                .set(CREATION_TIME, now)
                .set(LAST_UPDATE_TIME, now)
                .set(LAST_VERSION, 0)
                .returning(MODEL_NO)
                .fetchSingle(MODEL_NO);
        TagRows.MODEL_TAGS.upsert(sql, no, tags);
        return no;
    }

    static long find(DSLContext sql, String name) {
        return sql.select(MODEL_NO)
                .from(MODELS)
                .where(NAME.eq(name))
                .fetchOptional(MODEL_NO)
                .orElseThrow(() -> RegistryRules.noModel(name));
    }

    /// Finds a model that is to be changed; with PostgreSQL its row is where two that change it wait for each other.
    static long lock(DSLContext sql, String name) {
        sql.update(MODELS)
                .set(LAST_UPDATE_TIME, LAST_UPDATE_TIME)
                .where(NAME.eq(name))
                .execute();
        return find(sql, name);
    }

    static RegisteredModel get(DSLContext sql, String name) {
        return select(sql, List.of(NAME.eq(name)), List.of(), 1).stream()
                .findFirst()
                .orElseThrow(() -> RegistryRules.noModel(name));
    }

    static List<RegisteredModel> all(DSLContext sql) {
        return select(sql, List.of(), List.of(NAME.asc()), Integer.MAX_VALUE);
    }

    static List<RegisteredModel> select(
            DSLContext sql, List<Condition> conditions, List<? extends OrderField<?>> order, int limit) {
        List<Record5<Long, String, String, Long, Long>> rows = sql.select(
                        MODEL_NO, NAME, DESCRIPTION, CREATION_TIME, LAST_UPDATE_TIME)
                .from(MODELS)
                .where(conditions)
                .orderBy(order)
                .limit(limit)
                .fetch();
        List<Long> numbers = rows.stream().map(Record5::value1).toList();
        Map<Long, Map<String, String>> tags = TagRows.MODEL_TAGS.of(sql, numbers);
        Map<Long, Map<String, Integer>> aliases = AliasRows.of(sql, numbers);
        Map<String, List<ModelVersion>> latest = VersionRows.latest(sql, numbers);
        return rows.stream()
                .map(row -> new RegisteredModel(
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        tags.getOrDefault(row.value1(), Map.of()),
                        aliases.getOrDefault(row.value1(), Map.of()),
                        latest.getOrDefault(row.value2(), List.of())))
                .toList();
    }

    /// Takes the next number; two that ask at once wait for each other at this row.
    static int nextVersion(DSLContext sql, long no, long now) {
        sql.update(MODELS)
                .set(LAST_VERSION, LAST_VERSION.plus(1))
                .set(LAST_UPDATE_TIME, now)
                .where(MODEL_NO.eq(no))
                .execute();
        return sql.select(LAST_VERSION).from(MODELS).where(MODEL_NO.eq(no)).fetchSingle(LAST_VERSION);
    }

    static void touch(DSLContext sql, long no, long now) {
        sql.update(MODELS).set(LAST_UPDATE_TIME, now).where(MODEL_NO.eq(no)).execute();
    }

    static void rename(DSLContext sql, long no, String name) {
        sql.update(MODELS).set(NAME, name).where(MODEL_NO.eq(no)).execute();
    }

    static void describe(DSLContext sql, long no, String description) {
        sql.update(MODELS).set(DESCRIPTION, description).where(MODEL_NO.eq(no)).execute();
    }

    /// Deletes a model; its versions, tags and aliases go with it.
    static void delete(DSLContext sql, long no) {
        sql.deleteFrom(MODELS).where(MODEL_NO.eq(no)).execute();
    }
}
