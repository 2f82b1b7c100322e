package io.steelyard.registry.jdbc;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.steelyard.registry.Attribution;
import io.steelyard.registry.RegistryEvent;
import io.steelyard.registry.RegistryEvent.Change;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/// The table `registry_log`.
final class LogRows {
    private static final Table<Record> LOG = table(name("registry_log"));
    private static final Field<Long> LOG_NO = field(name("registry_log", "log_no"), SQLDataType.BIGINT);
    private static final Field<Long> MODEL_NO = field(name("registry_log", "model_no"), SQLDataType.BIGINT);
    private static final Field<String> MODEL_NAME = field(name("registry_log", "model_name"), SQLDataType.CLOB);
    private static final Field<Integer> VERSION = field(name("registry_log", "version"), SQLDataType.INTEGER);
    private static final Field<String> CHANGE = field(name("registry_log", "change"), SQLDataType.CLOB);
    private static final Field<String> ALIAS = field(name("registry_log", "alias"), SQLDataType.CLOB);
    private static final Field<String> BEFORE = field(name("registry_log", "before_change"), SQLDataType.CLOB);
    private static final Field<String> AFTER = field(name("registry_log", "after_change"), SQLDataType.CLOB);
    private static final Field<String> ACTOR = field(name("registry_log", "actor"), SQLDataType.CLOB);
    private static final Field<String> REASON = field(name("registry_log", "reason"), SQLDataType.CLOB);
    private static final Field<String> EVIDENCE = field(name("registry_log", "evidence"), SQLDataType.CLOB);
    private static final Field<Long> TIME = field(name("registry_log", "log_time"), SQLDataType.BIGINT);

    private LogRows() {}

    static void append(DSLContext sql, long model, RegistryEvent event) {
        sql.insertInto(LOG)
                .set(MODEL_NO, model)
                .set(MODEL_NAME, event.modelName())
                .set(VERSION, event.version())
                .set(CHANGE, event.change().name())
                .set(ALIAS, event.alias())
                .set(BEFORE, event.before())
                .set(AFTER, event.after())
                .set(ACTOR, event.attribution().actor())
                .set(REASON, event.attribution().reason())
                .set(EVIDENCE, event.attribution().evidence())
                .set(TIME, event.timeMillis())
                .execute();
    }

    /// @return the lines of all models that ever had the name
    static List<RegistryEvent> of(DSLContext sql, String name) {
        return sql.select(MODEL_NAME, VERSION, CHANGE, ALIAS, BEFORE, AFTER, ACTOR, REASON, EVIDENCE, TIME)
                .from(LOG)
                .where(MODEL_NO.in(select(MODEL_NO).from(LOG).where(MODEL_NAME.eq(name))))
                .orderBy(LOG_NO)
                .fetch(row -> new RegistryEvent(
                        row.value1(),
                        row.value2(),
                        Change.valueOf(row.value3()),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        new Attribution(row.value7(), row.value8(), row.value9()),
                        row.value10()));
    }
}
