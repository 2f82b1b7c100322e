package io.steelyard.registry.jdbc;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.steelyard.registry.RegisteredModel;
import io.steelyard.registry.RegistryException;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
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
    private static final Field<Long> LAST_UPDATE_TIME =
            field(name("registered_models", "last_update_time"), SQLDataType.BIGINT);
    private static final Field<Integer> LAST_VERSION =
            field(name("registered_models", "last_version"), SQLDataType.INTEGER);

    private ModelRows() {}

    static void insert(DSLContext sql, String name, String description, Map<String, String> tags, long now) {
        long no = sql.insertInto(MODELS)
                .set(NAME, name)
                .set(DESCRIPTION, description)
                .set(CREATION_TIME, now)
                .set(LAST_UPDATE_TIME, now)
                .set(LAST_VERSION, 0)
                .returning(MODEL_NO)
                .fetchSingle(MODEL_NO);
        TagRows.MODEL_TAGS.upsert(sql, no, tags);
    }

    static long find(DSLContext sql, String name) {
        return sql.select(MODEL_NO)
                .from(MODELS)
                .where(NAME.eq(name))
                .fetchOptional(MODEL_NO)
                .orElseThrow(() -> notFound(name));
    }

    static RegisteredModel get(DSLContext sql, String name) {
        return sql.select(MODEL_NO, NAME, DESCRIPTION, CREATION_TIME, LAST_UPDATE_TIME)
                .from(MODELS)
                .where(NAME.eq(name))
                .fetchOptional(row -> model(sql, row.value1(), row.value2(), row.value3(), row.value4(), row.value5()))
                .orElseThrow(() -> notFound(name));
    }

    static List<RegisteredModel> all(DSLContext sql) {
        return sql.select(MODEL_NO, NAME, DESCRIPTION, CREATION_TIME, LAST_UPDATE_TIME)
                .from(MODELS)
                .orderBy(NAME)
                .fetch(row -> model(sql, row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    private static RegisteredModel model(
            DSLContext sql, long no, String name, String description, long created, long updated) {
        return new RegisteredModel(
                name,
                description,
                created,
                updated,
                TagRows.MODEL_TAGS.of(sql, no),
                AliasRows.of(sql, no),
                VersionRows.latest(sql, no, name));
    }

    private static RegistryException notFound(String name) {
        return RegistryException.notFound("Registered Model with name=" + name + " not found");
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

    /// Marks the model as changed; with PostgreSQL this row is where two that move its versions wait for each other.
    static void touch(DSLContext sql, long no, long now) {
        sql.update(MODELS).set(LAST_UPDATE_TIME, now).where(MODEL_NO.eq(no)).execute();
    }
}
