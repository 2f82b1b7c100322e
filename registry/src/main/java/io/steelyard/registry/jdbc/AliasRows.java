package io.steelyard.registry.jdbc;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/// The table `model_aliases`.
final class AliasRows {
    private static final Table<Record> ALIASES = table(name("model_aliases"));
    private static final Field<Long> MODEL_NO = field(name("model_aliases", "model_no"), SQLDataType.BIGINT);
    private static final Field<String> ALIAS = field(name("model_aliases", "alias"), SQLDataType.CLOB);
    private static final Field<Integer> VERSION = field(name("model_aliases", "version"), SQLDataType.INTEGER);

    private AliasRows() {}

    static Map<String, Integer> of(DSLContext sql, long model) {
        return sql.select(ALIAS, VERSION)
                .from(ALIASES)
                .where(MODEL_NO.eq(model))
                .fetchMap(ALIAS, VERSION);
    }

    static Map<Integer, List<String>> byVersion(DSLContext sql, long model) {
        return sql.select(VERSION, ALIAS)
                .from(ALIASES)
                .where(MODEL_NO.eq(model))
                .orderBy(ALIAS)
                .fetchGroups(VERSION, ALIAS);
    }

    static Optional<Integer> version(DSLContext sql, long model, String alias) {
        return sql.select(VERSION)
                .from(ALIASES)
                .where(MODEL_NO.eq(model), ALIAS.eq(alias))
                .fetchOptional(VERSION);
    }

    static void set(DSLContext sql, long model, String alias, int version) {
        sql.insertInto(ALIASES)
                .set(MODEL_NO, model)
                .set(ALIAS, alias)
                .set(VERSION, version)
                .onConflict(MODEL_NO, ALIAS)
                .doUpdate()
                .set(VERSION, version)
                .execute();
    }
}
