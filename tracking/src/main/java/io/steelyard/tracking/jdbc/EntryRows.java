package io.steelyard.tracking.jdbc;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.table;

import io.steelyard.tracking.PythonText;
import io.steelyard.tracking.RunBatch;
import io.steelyard.tracking.TrackingException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Row3;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/// One of the tables that hold texts by key of some owner: parameters and tags.
final class EntryRows {
    static final EntryRows PARAMS = new EntryRows("params", "run_no");
    static final EntryRows TAGS = new EntryRows("tags", "run_no");
    static final EntryRows EXPERIMENT_TAGS = new EntryRows("experiment_tags", "experiment_id");
    static final EntryRows INPUT_TAGS = new EntryRows("input_tags", "input_id");

    private final Table<Record> entries;
    private final Field<Long> owner;
    private final Field<String> key;
    private final Field<String> value;

    private EntryRows(String table, String ownerColumn) {
        entries = table(name(table));
        owner = field(name(table, ownerColumn), SQLDataType.BIGINT);
        key = field(name(table, "key"), SQLDataType.CLOB);
        value = field(name(table, "value"), SQLDataType.CLOB);
    }

    Map<String, String> of(DSLContext sql, long ownerNo) {
        return of(sql, List.of(ownerNo)).getOrDefault(ownerNo, Map.of());
    }

    /// @return by owner; an owner without entries is absent
    Map<Long, Map<String, String>> of(DSLContext sql, Collection<Long> owners) {
        Map<Long, Map<String, String>> found = new HashMap<>();
        sql.select(owner, key, value)
                .from(entries)
                .where(owner.in(owners))
                .forEach(row -> found.computeIfAbsent(row.value1(), no -> new HashMap<>())
                        .put(row.value2(), row.value3()));
        return found;
    }

    /// Inserts new keys and overwrites the others.
    void upsert(DSLContext sql, long ownerNo, Map<String, String> values) {
        if (!values.isEmpty()) {
            sql.insertInto(entries, owner, key, value)
                    .valuesOfRows(rows(ownerNo, values))
                    .onConflict(owner, key)
                    .doUpdate()
                    .set(value, excluded(value))
                    .execute();
        }
    }

    /// Inserts new keys and refuses to change the value of another.
    static void insertParams(DSLContext sql, RunRows.Key run, RunBatch batch) {
        if (batch.params().isEmpty()) {
            return;
        }
        PARAMS.insertNew(sql, run.no(), batch.params());
        Map<String, String> stored = PARAMS.of(sql, run.no());
        Map<String, String> changed = new LinkedHashMap<>(batch.params());
        changed.entrySet().removeIf(e -> e.getValue().equals(stored.get(e.getKey())));
        if (!changed.isEmpty()) {
            throw TrackingException.invalid(
                    switch (batch.form()) {
                        case ONE -> changedParam(run, changed, stored);
                        case MANY -> changedParams(run, changed, stored);
                    });
        }
    }

    private void insertNew(DSLContext sql, long ownerNo, Map<String, String> values) {
        sql.insertInto(entries, owner, key, value)
                .valuesOfRows(rows(ownerNo, values))
                .onConflictDoNothing()
                .execute();
    }

    private static String changedParam(RunRows.Key run, Map<String, String> changed, Map<String, String> stored) {
        Map.Entry<String, String> first = changed.entrySet().iterator().next();
        return "Changing param values is not allowed. Param with key='" + first.getKey() + "' was already logged with"
                + " value='" + stored.get(first.getKey()) + "' for run ID='" + run.id()
                + "'. Attempted logging new value '" + first.getValue() + "'.";
    }

    private static String changedParams(RunRows.Key run, Map<String, String> changed, Map<String, String> stored) {
        List<String> differences = new ArrayList<>();
        changed.forEach((key, value) -> differences.add("{'key': " + PythonText.repr(key) + ", 'old_value': "
                + PythonText.repr(stored.getOrDefault(key, "")) + ", 'new_value': " + PythonText.repr(value) + "}"));
        return "Changing param values is not allowed. Params were already logged='[" + String.join(", ", differences)
                + "]' for run ID='" + run.id() + "'.";
    }

    /// By key, so that two writers lock rows in the same order.
    private static List<Row3<Long, String, String>> rows(long ownerNo, Map<String, String> values) {
        return values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> row(ownerNo, e.getKey(), e.getValue()))
                .toList();
    }
}
