package io.steelyard.tracking.jdbc;

import io.steelyard.tracking.Metric;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;

/// The points that are in the journal still, for those who read: reading waits for no fold, and goes on where none can be
/// done.
final class PendingPoints {
    /// The order of a history.
    static final Comparator<Metric> HISTORY = Comparator.comparingLong(Metric::timestampMillis)
            .thenComparingLong(Metric::step)
            .thenComparingDouble(MetricRows::storedValue)
            .thenComparingInt(MetricRows::storedNan);

    private static final String OF_ALL = "SELECT run_no, points FROM metric_journal ORDER BY journal_no";
    private static final String OF_RUN =
            "SELECT points FROM metric_journal JOIN runs ON runs.run_no = metric_journal.run_no"
                    + " WHERE runs.run_id = ? ORDER BY journal_no";

    private PendingPoints() {}

    /// Brings the latest metrics of runs up to date.
    ///
    /// @param latest by run number, then by key
    static void addTo(Map<Long, Map<String, Metric>> latest, DSLContext sql, Collection<Long> runNos) {
        if (sql.dialect() != SQLDialect.SQLITE) {
            return;
        }
        Set<Long> wanted = new HashSet<>(runNos);
        sql.connection(connection -> {
            try (PreparedStatement select = connection.prepareStatement(OF_ALL);
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    long runNo = rows.getLong(1);
                    if (wanted.contains(runNo)) {
                        Map<String, Metric> ofRun = latest.computeIfAbsent(runNo, no -> new HashMap<>());
                        PointBytes.read(rows.getBytes(2))
                                .forEach(metric -> ofRun.merge(metric.key(), metric, MetricRows::later));
                    }
                }
            }
        });
    }

    /// Gives the points of one metric.
    static List<Metric> of(DSLContext sql, String runId, String key) {
        List<Metric> points = new ArrayList<>();
        if (sql.dialect() != SQLDialect.SQLITE) {
            return points;
        }
        sql.connection(connection -> {
            try (PreparedStatement select = connection.prepareStatement(OF_RUN)) {
                select.setString(1, runId);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        PointBytes.read(rows.getBytes(1)).stream()
                                .filter(metric -> metric.key().equals(key))
                                .forEach(points::add);
                    }
                }
            }
        });
        return points;
    }
}
