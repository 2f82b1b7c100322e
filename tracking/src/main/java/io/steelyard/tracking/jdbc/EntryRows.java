package io.steelyard.tracking.jdbc;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.table;

import io.steelyard.tracking.Refusals;
import io.steelyard.tracking.RunBatch;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
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
    static final EntryRows MODEL_PARAMS = new EntryRows("logged_model_params", "model_no");
    static final EntryRows MODEL_TAGS = new EntryRows("logged_model_tags", "model_no");

    /// Rows a statement: SQLite takes 32,766 values at once, PostgreSQL 65,535.
    private static final int ROWS_AT_ONCE = 5000;

    private final String select;
    private final Table<Record> entries;
    private final Field<Long> owner;
    private final Field<String> key;
    private final Field<String> value;

    private EntryRows(String table, String ownerColumn) {
        select = "SELECT " + ownerColumn + ", key, value FROM " + table + " WHERE " + ownerColumn;
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
        if (!owners.isEmpty()) {
            OwnedRows.read(
                    sql,
                    select,
                    owners,
                    row -> found.computeIfAbsent(row.getLong(1), no -> new HashMap<>())
                            .put(row.getString(2), row.getString(3)));
        }
        return found;
    }

    /// Inserts new keys and overwrites the others.
    void upsert(DSLContext sql, long ownerNo, Map<String, String> values) {
        parts(ownerNo, values)
                .forEach(rows -> sql.insertInto(entries, owner, key, value)
                        .valuesOfRows(rows)
                        .onConflict(owner, key)
                        .doUpdate()
                        .set(value, excluded(value))
                        .execute());
    }

    /// Inserts new keys and refuses to change the value of another.
    static void insertParams(DSLContext sql, RunRows.Key run, RunBatch batch) {
        if (!batch.params().isEmpty()) {
            PARAMS.insertNew(sql, run.no(), batch.params());
            Refusals.checkParams(run.id(), batch, PARAMS.of(sql, run.no()));
        }
    }

    /// Inserts new keys and leaves the others as they are.
    void insertNew(DSLContext sql, long ownerNo, Map<String, String> values) {
        parts(ownerNo, values)
                .forEach(rows -> sql.insertInto(entries, owner, key, value)
                        .valuesOfRows(rows)
                        .onConflictDoNothing()
                        .execute());
    }

    /// @return whether it was there
    boolean delete(DSLContext sql, long ownerNo, String deletedKey) {
        return sql.deleteFrom(entries)
                        .where(owner.eq(ownerNo), key.eq(deletedKey))
                        .execute()
                > 0;
    }

    /// By key, so that two writers lock rows in the same order; in parts, because a statement takes so many values.
    private static List<List<Row3<Long, String, String>>> parts(long ownerNo, Map<String, String> values) {
        List<Row3<Long, String, String>> rows = values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> row(ownerNo, e.getKey(), e.getValue()))
                .toList();
        return rows.stream().gather(Gatherers.windowFixed(ROWS_AT_ONCE)).toList();
    }
}
