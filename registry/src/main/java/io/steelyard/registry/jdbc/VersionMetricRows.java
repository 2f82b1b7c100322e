package io.steelyard.registry.jdbc;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/// The table `model_version_metrics`.
final class VersionMetricRows {
    private static final Table<Record> METRICS = table(name("model_version_metrics"));
    private static final Field<Long> VERSION_NO =
            field(name("model_version_metrics", "version_no"), SQLDataType.BIGINT);
    private static final Field<String> KEY = field(name("model_version_metrics", "key"), SQLDataType.CLOB);
    private static final Field<Double> VALUE = field(name("model_version_metrics", "value"), SQLDataType.DOUBLE);
    private static final Field<Integer> IS_NAN = field(name("model_version_metrics", "is_nan"), SQLDataType.INTEGER);

    private VersionMetricRows() {}

    static void insert(DSLContext sql, long versionNo, Map<String, Double> metrics) {
        if (!metrics.isEmpty()) {
            sql.insertInto(METRICS, VERSION_NO, KEY, VALUE, IS_NAN)
                    .valuesOfRows(metrics.entrySet().stream()
                            .map(e -> e.getValue().isNaN()
                                    ? row(versionNo, e.getKey(), 0.0, 1)
                                    : row(versionNo, e.getKey(), e.getValue(), 0))
                            .toList())
                    .execute();
        }
    }

    /// @return the metrics by version; a version without metrics is not in it
    static Map<Long, Map<String, Double>> of(DSLContext sql, List<Long> versionNos) {
        Map<Long, Map<String, Double>> metrics = new HashMap<>();
        for (List<Long> some : Batches.of(versionNos)) {
            sql.select(VERSION_NO, KEY, VALUE, IS_NAN)
                    .from(METRICS)
                    .where(VERSION_NO.in(some))
                    .forEach(row -> metrics.computeIfAbsent(row.value1(), no -> new HashMap<>())
                            .put(row.value2(), row.value4() == 0 ? row.value3() : (Double) Double.NaN));
        }
        return metrics;
    }
}
