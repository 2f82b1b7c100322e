package io.steelyard.tracking.jdbc;

import io.steelyard.tracking.Metric;
import java.util.ArrayList;
import java.util.List;

/// Points of one series on their way from the journal to the tables.
final class SeriesPoints {
    private final long runNo;
    private final String key;
    private final List<Metric> points;
    private Metric latest;

    private SeriesPoints(long runNo, String key, List<Metric> points, Metric latest) {
        this.runNo = runNo;
        this.key = key;
        this.points = points;
        this.latest = latest;
    }

    /// Begins with a point, which is to be added too.
    static SeriesPoints of(long runNo, Metric first) {
        return new SeriesPoints(runNo, first.key(), new ArrayList<>(), first);
    }

    /// Adds a point that was logged after those before it.
    void add(Metric point) {
        points.add(point);
        latest = MetricRows.later(latest, point);
    }

    /// Divides them, in the order of the table.
    List<SeriesPoints> parts(int size) {
        points.sort(PendingPoints.HISTORY);
        List<SeriesPoints> parts = new ArrayList<>();
        for (int i = 0; i < points.size(); i += size) {
            List<Metric> some = points.subList(i, Math.min(points.size(), i + size));
            parts.add(new SeriesPoints(runNo, key, some, latest));
        }
        return parts;
    }

    long runNo() {
        return runNo;
    }

    String key() {
        return key;
    }

    List<Metric> points() {
        return points;
    }

    /// @return the latest of all of them, also of those in other parts
    Metric latest() {
        return latest;
    }
}
