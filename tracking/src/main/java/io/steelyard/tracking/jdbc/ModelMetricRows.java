package io.steelyard.tracking.jdbc;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.steelyard.tracking.Metric;
import io.steelyard.tracking.ModelMetric;
import io.steelyard.tracking.Refusals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Row9;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// The table `logged_model_metrics`: one row a logged value of a model.
final class ModelMetricRows {
    private static final Table<Record> METRICS = table(name("logged_model_metrics"));
    private static final Field<Long> MODEL_NO = field(name("logged_model_metrics", "model_no"), SQLDataType.BIGINT);
    private static final Field<String> KEY = field(name("logged_model_metrics", "key"), SQLDataType.CLOB);
    private static final Field<Long> TIMESTAMP = field(name("logged_model_metrics", "timestamp"), SQLDataType.BIGINT);
    private static final Field<Long> STEP = field(name("logged_model_metrics", "step"), SQLDataType.BIGINT);
    private static final Field<Long> RUN_NO = field(name("logged_model_metrics", "run_no"), SQLDataType.BIGINT);
    private static final Field<String> DATASET_NAME =
            field(name("logged_model_metrics", "dataset_name"), SQLDataType.CLOB);
    private static final Field<String> DATASET_DIGEST =
            field(name("logged_model_metrics", "dataset_digest"), SQLDataType.CLOB);
    private static final Field<Double> VALUE = field(name("logged_model_metrics", "value"), SQLDataType.DOUBLE);
    private static final Field<Integer> IS_NAN = field(name("logged_model_metrics", "is_nan"), SQLDataType.INTEGER);

    /// Rows a statement: SQLite takes 32,766 values at once, PostgreSQL 65,535.
    private static final int ROWS_AT_ONCE = 1000;

    private ModelMetricRows() {}

    /// Inserts values that a run measured; those that stand there already are left out.
    ///
    /// @throws io.steelyard.tracking.TrackingException of kind NOT_FOUND where there is no such model
    static void insert(DSLContext sql, RunRows.Key run, List<ModelMetric> metrics) {
        for (int i = 0; i < metrics.size(); i += ROWS_AT_ONCE) {
            insertSome(sql, run, metrics.subList(i, Math.min(metrics.size(), i + ROWS_AT_ONCE)));
        }
    }

    private static void insertSome(DSLContext sql, RunRows.Key run, List<ModelMetric> metrics) {
        Map<String, Long> numbers = sql.select(LoggedModelRows.MODEL_ID, LoggedModelRows.MODEL_NO)
                .from(LoggedModelRows.MODELS)
                .where(LoggedModelRows.MODEL_ID.in(
                        metrics.stream().map(ModelMetric::modelId).distinct().toList()))
                .fetchMap(LoggedModelRows.MODEL_ID, LoggedModelRows.MODEL_NO);
        for (ModelMetric metric : metrics) {
            if (!numbers.containsKey(metric.modelId())) {
                throw Refusals.noLoggedModel(metric.modelId());
            }
        }
        sql.insertInto(METRICS, MODEL_NO, KEY, TIMESTAMP, STEP, RUN_NO, DATASET_NAME, DATASET_DIGEST, VALUE, IS_NAN)
                .valuesOfRows(metrics.stream()
                        .map(m -> row(Objects.requireNonNull(numbers.get(m.modelId())), run.no(), m))
                        .toList())
                .onConflictDoNothing()
                .execute();
    }

    private static Row9<Long, String, Long, Long, Long, String, String, Double, Integer> row(
            long modelNo, long runNo, ModelMetric of) {
        Metric metric = of.metric();
        boolean nan = Double.isNaN(metric.value());
        return DSL.row(
                modelNo,
                metric.key(),
                metric.timestampMillis(),
                metric.step(),
                runNo,
                Objects.requireNonNullElse(of.datasetName(), ""),
                Objects.requireNonNullElse(of.datasetDigest(), ""),
                nan ? 0 : metric.value(),
                nan ? 1 : 0);
    }

    /// @return the values by model number, in any order
    static Map<Long, List<ModelMetric>> of(DSLContext sql, Collection<Long> modelNos) {
        Map<Long, List<ModelMetric>> found = new HashMap<>();
        sql.select(
                        MODEL_NO,
                        LoggedModelRows.MODEL_ID,
                        KEY,
                        VALUE,
                        IS_NAN,
                        TIMESTAMP,
                        STEP,
                        RunRows.RUN_ID,
                        DATASET_NAME,
                        DATASET_DIGEST)
                .from(METRICS)
                .join(LoggedModelRows.MODELS)
                .on(LoggedModelRows.MODEL_NO.eq(MODEL_NO))
                .join(RunRows.RUNS)
                .on(RunRows.RUN_NO.eq(RUN_NO))
                .where(MODEL_NO.in(modelNos))
                .forEach(row -> found.computeIfAbsent(row.value1(), no -> new ArrayList<>())
                        .add(new ModelMetric(
                                row.value2(),
                                new Metric(
                                        row.value3(),
                                        row.value5() == 0 ? row.value4() : Double.NaN,
                                        row.value6(),
                                        row.value7()),
                                row.value8(),
                                orNull(row.value9()),
                                orNull(row.value10()))));
        return found;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
