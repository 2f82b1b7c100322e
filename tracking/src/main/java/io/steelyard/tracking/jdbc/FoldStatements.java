package io.steelyard.tracking.jdbc;

import io.steelyard.tracking.Metric;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Writes points to `series` and `points` with as few statements as there can be. It runs in SQLite's writing thread, so
/// nothing changes between two of its statements.
final class FoldStatements {
    private static final String FIND_RUN = "SELECT 1 FROM runs WHERE run_no = ?";
    private static final String FIND_SERIES =
            "SELECT series_id, latest_step, latest_timestamp, latest_value FROM series"
                    + " WHERE run_no = ? AND key = ?";
    private static final String NEW_SERIES =
            "INSERT INTO series (run_no, key, latest_step, latest_timestamp, latest_value, latest_is_nan)"
                    + " VALUES (?, ?, ?, ?, ?, ?) RETURNING series_id";
    private static final String UPDATE_SERIES = "UPDATE series SET latest_step = ?, latest_timestamp = ?,"
            + " latest_value = ?, latest_is_nan = ? WHERE series_id = ?";

    /// How many points a statement takes; the rest goes with the next smaller one.
    private static final int[] ROWS = {64, 8, 1};

    private static final int POINT_COLUMNS = 5;

    private final Connection connection;

    private record Row(long seriesId, Metric point) {}

    FoldStatements(Connection connection) {
        this.connection = connection;
    }

    void write(List<SeriesPoints> all) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement findRun = connection.prepareStatement(FIND_RUN);
                PreparedStatement find = connection.prepareStatement(FIND_SERIES);
                PreparedStatement insert = connection.prepareStatement(NEW_SERIES);
                PreparedStatement update = connection.prepareStatement(UPDATE_SERIES)) {
            long runNo = -1;
            boolean isThere = false;
            for (SeriesPoints one : all) {
                if (one.runNo() != runNo) {
                    runNo = one.runNo();
                    isThere = isThere(findRun, runNo);
                }
                // A run may have been purged since its points were read.
                if (isThere) {
                    long seriesId = series(find, insert, update, one);
                    one.points().forEach(point -> rows.add(new Row(seriesId, point)));
                }
            }
        }
        int from = 0;
        for (int size : ROWS) {
            from = insertPoints(rows, from, size);
        }
    }

    private static boolean isThere(PreparedStatement find, long runNo) throws SQLException {
        find.setLong(1, runNo);
        try (ResultSet found = find.executeQuery()) {
            return found.next();
        }
    }

    private static long series(
            PreparedStatement find, PreparedStatement insert, PreparedStatement update, SeriesPoints points)
            throws SQLException {
        Metric latest = points.latest();
        find.setLong(1, points.runNo());
        find.setString(2, points.key());
        long seriesId;
        Metric before;
        try (ResultSet found = find.executeQuery()) {
            if (!found.next()) {
                return insert(insert, points.runNo(), latest);
            }
            seriesId = found.getLong(1);
            before = new Metric(points.key(), found.getDouble(4), found.getLong(3), found.getLong(2));
        }
        if (!MetricRows.later(before, latest).equals(before)) {
            setLatest(update, 1, latest);
            update.setLong(5, seriesId);
            update.executeUpdate();
        }
        return seriesId;
    }

    private static long insert(PreparedStatement insert, long runNo, Metric latest) throws SQLException {
        insert.setLong(1, runNo);
        insert.setString(2, latest.key());
        setLatest(insert, 3, latest);
        try (ResultSet inserted = insert.executeQuery()) {
            inserted.next();
            return inserted.getLong(1);
        }
    }

    private static void setLatest(PreparedStatement statement, int from, Metric latest) throws SQLException {
        statement.setLong(from, latest.step());
        statement.setLong(from + 1, latest.timestampMillis());
        statement.setDouble(from + 2, MetricRows.storedValue(latest));
        statement.setInt(from + 3, MetricRows.storedNan(latest));
    }

    /// @return how many were inserted, with those before
    private int insertPoints(List<Row> rows, int from, int size) throws SQLException {
        if (rows.size() - from < size) {
            return from;
        }
        int next = from;
        try (PreparedStatement insert = connection.prepareStatement(MetricRows.insertPoints(size))) {
            while (rows.size() - next >= size) {
                for (int i = 0; i < size; i++, next++) {
                    setPoint(insert, i * POINT_COLUMNS, rows.get(next));
                }
                insert.executeUpdate();
            }
        }
        return next;
    }

    private static void setPoint(PreparedStatement insert, int before, Row row) throws SQLException {
        insert.setLong(before + 1, row.seriesId);
        insert.setLong(before + 2, row.point.timestampMillis());
        insert.setLong(before + 3, row.point.step());
        insert.setDouble(before + 4, MetricRows.storedValue(row.point));
        insert.setInt(before + 5, MetricRows.storedNan(row.point));
    }
}
