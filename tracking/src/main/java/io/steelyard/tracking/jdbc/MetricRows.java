package io.steelyard.tracking.jdbc;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.table;

import io.steelyard.tracking.Metric;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Row6;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// The tables `series` and `points`: one row a metric of a run with its latest value, and one row a logged value.
final class MetricRows {
    static final int TOKEN_PARTS = 4;

    private static final Table<Record> SERIES = table(name("series"));
    private static final Field<Long> SERIES_ID = field(name("series", "series_id"), SQLDataType.BIGINT);
    private static final Field<Long> RUN_NO = field(name("series", "run_no"), SQLDataType.BIGINT);
    private static final Field<String> KEY = field(name("series", "key"), SQLDataType.CLOB);
    private static final Field<Long> LATEST_STEP = field(name("series", "latest_step"), SQLDataType.BIGINT);
    private static final Field<Long> LATEST_TIMESTAMP = field(name("series", "latest_timestamp"), SQLDataType.BIGINT);
    private static final Field<Double> LATEST_VALUE = field(name("series", "latest_value"), SQLDataType.DOUBLE);
    private static final Field<Integer> LATEST_IS_NAN = field(name("series", "latest_is_nan"), SQLDataType.INTEGER);

    private static final Table<Record> POINTS = table(name("points"));
    private static final Field<Long> POINT_SERIES_ID = field(name("points", "series_id"), SQLDataType.BIGINT);
    private static final Field<Long> TIMESTAMP = field(name("points", "timestamp"), SQLDataType.BIGINT);
    private static final Field<Long> STEP = field(name("points", "step"), SQLDataType.BIGINT);
    private static final Field<Double> VALUE = field(name("points", "value"), SQLDataType.DOUBLE);
    private static final Field<Integer> IS_NAN = field(name("points", "is_nan"), SQLDataType.INTEGER);

    private static final String POINT_COLUMNS = "INSERT INTO points (series_id, timestamp, step, value, is_nan) ";
    private static final String UNLESS_THERE = " ON CONFLICT DO NOTHING";
    private static final String POINT_ARRAYS = POINT_COLUMNS
            + "SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::double precision[], ?::integer[])"
            + UNLESS_THERE;

    /// Rows a statement: SQLite takes 32,766 values at once, PostgreSQL 65,535.
    private static final int KEYS_AT_ONCE = 1000;

    private static final int REMOVED_AT_ONCE = 20_000;

    private static final String LATEST_OF =
            "SELECT run_no, key, latest_value, latest_is_nan, latest_timestamp, latest_step FROM series WHERE run_no";

    /// Which of two values of a metric is the later one. A NaN counts as 0.
    private static final Comparator<Metric> LATEST = Comparator.comparingLong(Metric::step)
            .thenComparingLong(Metric::timestampMillis)
            .thenComparingDouble(MetricRows::storedValue);

    private MetricRows() {}

    static void insert(DSLContext sql, long runNo, List<Metric> metrics) {
        // By key, so that two writers lock rows in the same order.
        Map<String, Metric> latest = new TreeMap<>();
        for (Metric metric : metrics) {
            latest.merge(metric.key(), metric, MetricRows::later);
        }
        Map<String, Long> seriesIds = new HashMap<>();
        List<Metric> all = List.copyOf(latest.values());
        for (int i = 0; i < all.size(); i += KEYS_AT_ONCE) {
            List<Metric> some = all.subList(i, Math.min(all.size(), i + KEYS_AT_ONCE));
            upsertSeries(sql, runNo, some);
            seriesIds.putAll(sql.select(KEY, SERIES_ID)
                    .from(SERIES)
                    .where(
                            RUN_NO.eq(runNo),
                            KEY.in(some.stream().map(Metric::key).toList()))
                    .fetchMap(KEY, SERIES_ID));
        }
        if (!metrics.isEmpty()) {
            insertPoints(sql, seriesIds, metrics);
        }
    }

    private static void upsertSeries(DSLContext sql, long runNo, List<Metric> latest) {
        List<Row6<Long, String, Long, Long, Double, Integer>> rows = latest.stream()
                .map(m -> row(runNo, m.key(), m.step(), m.timestampMillis(), storedValue(m), storedNan(m)))
                .toList();
        sql.insertInto(SERIES, RUN_NO, KEY, LATEST_STEP, LATEST_TIMESTAMP, LATEST_VALUE, LATEST_IS_NAN)
                .valuesOfRows(rows)
                .onConflict(RUN_NO, KEY)
                .doUpdate()
                .set(LATEST_STEP, excluded(LATEST_STEP))
                .set(LATEST_TIMESTAMP, excluded(LATEST_TIMESTAMP))
                .set(LATEST_VALUE, excluded(LATEST_VALUE))
                .set(LATEST_IS_NAN, excluded(LATEST_IS_NAN))
                .where(row(excluded(LATEST_STEP), excluded(LATEST_TIMESTAMP), excluded(LATEST_VALUE))
                        .gt(row(LATEST_STEP, LATEST_TIMESTAMP, LATEST_VALUE)))
                .execute();
    }

    /// Straight JDBC, which is three times as fast as jOOQ where a statement has so many values.
    private static void insertPoints(DSLContext sql, Map<String, Long> seriesIds, List<Metric> metrics) {
        if (sql.dialect() == SQLDialect.SQLITE) {
            insertOneByOne(sql, seriesIds, metrics);
        } else {
            insertArrays(sql, seriesIds, metrics);
        }
    }

    private static void insertOneByOne(DSLContext sql, Map<String, Long> seriesIds, List<Metric> metrics) {
        sql.connection(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(insertPoints(1))) {
                for (Metric metric : metrics) {
                    insert.setLong(1, Objects.requireNonNull(seriesIds.get(metric.key())));
                    insert.setLong(2, metric.timestampMillis());
                    insert.setLong(3, metric.step());
                    insert.setDouble(4, storedValue(metric));
                    insert.setInt(5, storedNan(metric));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    /// PostgreSQL takes all rows as one array a column.
    private static void insertArrays(DSLContext sql, Map<String, Long> seriesIds, List<Metric> metrics) {
        sql.connection(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(POINT_ARRAYS)) {
                setArray(insert, 1, "bigint", metrics, m -> Objects.requireNonNull(seriesIds.get(m.key())));
                setArray(insert, 2, "bigint", metrics, Metric::timestampMillis);
                setArray(insert, 3, "bigint", metrics, Metric::step);
                setArray(insert, 4, "float8", metrics, MetricRows::storedValue);
                setArray(insert, 5, "integer", metrics, MetricRows::storedNan);
                insert.executeUpdate();
            }
        });
    }

    private static void setArray(
            PreparedStatement insert, int index, String type, List<Metric> metrics, Function<Metric, Object> column)
            throws SQLException {
        insert.setArray(
                index,
                insert.getConnection()
                        .createArrayOf(type, metrics.stream().map(column).toArray()));
    }

    /// The statement that inserts so many points and leaves out those that stand there already.
    static String insertPoints(int rows) {
        return POINT_COLUMNS + "VALUES " + "(?, ?, ?, ?, ?), ".repeat(rows - 1) + "(?, ?, ?, ?, ?)" + UNLESS_THERE;
    }

    /// @return the latest metrics by run number, then by key
    static Map<Long, Map<String, Metric>> latest(DSLContext sql, Collection<Long> runNos) {
        Map<Long, Map<String, Metric>> found = new HashMap<>();
        if (!runNos.isEmpty()) {
            OwnedRows.read(sql, LATEST_OF, runNos, row -> {
                Metric metric = new Metric(
                        row.getString(2), value(row.getDouble(3), row.getInt(4)), row.getLong(5), row.getLong(6));
                found.computeIfAbsent(row.getLong(1), no -> new HashMap<>()).put(metric.key(), metric);
            });
        }
        PendingPoints.addTo(found, sql, runNos);
        return found;
    }

    static List<Metric> history(DSLContext sql, String runId, String key, @Nullable PageToken after, int limit) {
        List<Metric> history = PendingPoints.of(sql, runId, key);
        boolean isPending = !history.isEmpty();
        if (after != null) {
            history.removeIf(point -> PendingPoints.HISTORY.compare(point, point(key, after)) <= 0);
        }
        sql.select(VALUE, IS_NAN, TIMESTAMP, STEP)
                .from(POINTS)
                .where(POINT_SERIES_ID.eq(sql.select(SERIES_ID)
                        .from(SERIES)
                        .join(RunRows.RUNS)
                        .on(RunRows.RUN_NO.eq(RUN_NO))
                        .where(RunRows.RUN_ID.eq(runId), KEY.eq(key))))
                .and(after == null ? noCondition() : after(after))
                .orderBy(TIMESTAMP, STEP, VALUE, IS_NAN)
                .limit(limit)
                .forEach(r -> history.add(new Metric(key, value(r.value1(), r.value2()), r.value3(), r.value4())));
        if (!isPending) {
            return history;
        }
        return history.stream()
                .sorted(PendingPoints.HISTORY)
                .distinct()
                .limit(limit)
                .toList();
    }

    private static Condition after(PageToken token) {
        return row(TIMESTAMP, STEP, VALUE, IS_NAN)
                .gt(row(token.number(0), token.number(1), Double.longBitsToDouble(token.number(2)), (int)
                        token.number(3)));
    }

    private static Metric point(String key, PageToken token) {
        double value = value(Double.longBitsToDouble(token.number(2)), (int) token.number(3));
        return new Metric(key, value, token.number(0), token.number(1));
    }

    /// @return which of two values of a metric, logged in this order, is the latest
    static Metric later(Metric before, Metric next) {
        return LATEST.compare(next, before) > 0 ? next : before;
    }

    static PageToken token(Metric last) {
        return PageToken.of(
                last.timestampMillis(), last.step(), Double.doubleToLongBits(storedValue(last)), storedNan(last));
    }

    /// Removes some of the points of runs, and the series that have none left.
    ///
    /// @return whether there may be more
    static boolean removeSome(DSLContext sql, Collection<Long> runNos) {
        List<Long> series = sql.select(SERIES_ID)
                .from(SERIES)
                .where(RUN_NO.in(runNos))
                .limit(KEYS_AT_ONCE)
                .fetch(SERIES_ID);
        int left = REMOVED_AT_ONCE;
        for (long id : series) {
            left -= remove(sql, id, left);
            if (left <= 0) {
                return true;
            }
        }
        return series.size() == KEYS_AT_ONCE;
    }

    /// @return how many points were removed; fewer than the limit: all, and the series too
    private static int remove(DSLContext sql, long seriesId, int limit) {
        var last = sql.select(TIMESTAMP, STEP, VALUE, IS_NAN)
                .from(POINTS)
                .where(POINT_SERIES_ID.eq(seriesId))
                .orderBy(TIMESTAMP, STEP, VALUE, IS_NAN)
                .offset(limit - 1)
                .limit(1)
                .fetchOne();
        int removed = sql.deleteFrom(POINTS)
                .where(
                        POINT_SERIES_ID.eq(seriesId),
                        last == null
                                ? noCondition()
                                : row(TIMESTAMP, STEP, VALUE, IS_NAN).le(last))
                .execute();
        if (last == null) {
            sql.deleteFrom(SERIES).where(SERIES_ID.eq(seriesId)).execute();
        }
        return removed;
    }

    static double storedValue(Metric metric) {
        return Double.isNaN(metric.value()) ? 0 : metric.value();
    }

    static int storedNan(Metric metric) {
        return Double.isNaN(metric.value()) ? 1 : 0;
    }

    private static double value(double stored, int isNan) {
        return isNan == 0 ? stored : Double.NaN;
    }
}
