package io.steelyard.registry.jdbc;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/// One of the tables that hold tags of some owner.
final class TagRows {
    static final TagRows MODEL_TAGS = new TagRows("registered_model_tags", "model_no");
    static final TagRows VERSION_TAGS = new TagRows("model_version_tags", "version_no");

    private final Table<Record> tags;
    private final Field<Long> owner;
    private final Field<String> key;
    private final Field<String> value;

    private TagRows(String table, String ownerColumn) {
        tags = table(name(table));
        owner = field(name(table, ownerColumn), SQLDataType.BIGINT);
        key = field(name(table, "key"), SQLDataType.CLOB);
        value = field(name(table, "value"), SQLDataType.CLOB);
    }

    /// @return the tags by owner; an owner without tags is not in it
    Map<Long, Map<String, String>> of(DSLContext sql, List<Long> ownerNos) {
        Map<Long, Map<String, String>> all = new HashMap<>();
        for (List<Long> some : Batches.of(ownerNos)) {
            sql.select(owner, key, value)
                    .from(tags)
                    .where(owner.in(some))
                    .forEach(row -> all.computeIfAbsent(row.value1(), no -> new HashMap<>())
                            .put(row.value2(), row.value3()));
        }
        return all;
    }

    /// @return the tag of an owner, if it meets a test
    Select<Record1<Integer>> of(Field<Long> ownerNo, String tag, Function<Field<String>, Condition> test) {
        return selectOne().from(tags).where(owner.eq(ownerNo), key.eq(tag), test.apply(value));
    }

    void delete(DSLContext sql, long ownerNo, String tag) {
        sql.deleteFrom(tags).where(owner.eq(ownerNo), key.eq(tag)).execute();
    }

    void upsert(DSLContext sql, long ownerNo, Map<String, String> values) {
        if (!values.isEmpty()) {
            sql.insertInto(tags, owner, key, value)
                    .valuesOfRows(values.entrySet().stream()
                            .map(e -> row(ownerNo, e.getKey(), e.getValue()))
                            .toList())
                    .onConflict(owner, key)
                    .doUpdate()
                    .set(value, excluded(value))
                    .execute();
        }
    }
}
