package io.steelyard.registry.jdbc;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    /// @return which version each alias points at, by model; a model without aliases is not in it
    static Map<Long, Map<String, Integer>> of(DSLContext sql, List<Long> models) {
        Map<Long, Map<String, Integer>> all = new HashMap<>();
        for (List<Long> some : Batches.of(models)) {
            sql.select(MODEL_NO, ALIAS, VERSION)
                    .from(ALIASES)
                    .where(MODEL_NO.in(some))
                    .forEach(row -> all.computeIfAbsent(row.value1(), no -> new TreeMap<>())
                            .put(row.value2(), row.value3()));
        }
        return all;
    }

    /// @return the aliases that point at a version, by alphabet
    static List<String> at(DSLContext sql, long model, int version) {
        return sql.select(ALIAS)
                .from(ALIASES)
                .where(MODEL_NO.eq(model), VERSION.eq(version))
                .orderBy(ALIAS)
                .fetch(ALIAS);
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

    static void delete(DSLContext sql, long model, String alias) {
        sql.deleteFrom(ALIASES).where(MODEL_NO.eq(model), ALIAS.eq(alias)).execute();
    }
}
