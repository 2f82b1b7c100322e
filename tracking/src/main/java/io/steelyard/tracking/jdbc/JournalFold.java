package io.steelyard.tracking.jdbc;

import io.steelyard.sql.Database;
import io.steelyard.tracking.Metric;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.jooq.DSLContext;

/// Takes the oldest rows of the journal and brings their points to the tables, series by series in the tables' order. It
/// takes several short transactions, so that nobody who writes waits long; the last one removes the rows. A fold that
/// ends before that leaves the rows, and folding them again changes nothing.
final class JournalFold {
    /// So many points are sorted at once.
    private static final int MAX_POINTS = 50_000;

    /// So much is written in one transaction, counted in points: a few milliseconds. A series counts as several.
    private static final int SLICE = 1_500;

    private static final int SERIES_COST = 5;

    private static final String READ =
            "SELECT journal_no, run_no, points FROM metric_journal WHERE journal_no <= ? ORDER BY journal_no";
    private static final String REMOVE = "DELETE FROM metric_journal WHERE journal_no BETWEEN ? AND ?";

    private final long first;
    private final long last;
    private final List<SeriesPoints> series;

    private JournalFold(long first, long last, List<SeriesPoints> series) {
        this.first = first;
        this.last = last;
        this.series = series;
    }

    static boolean isNothingLeft(Database database) {
        return newest(database) == 0;
    }

    private static long newest(Database database) {
        return database.read(sql -> sql.connectionResult(connection -> {
            try (PreparedStatement select =
                            connection.prepareStatement("SELECT coalesce(max(journal_no), 0) FROM metric_journal");
                    ResultSet newest = select.executeQuery()) {
                newest.next();
                return newest.getLong(1);
            }
        }));
    }

    /// Folds what the journal holds at this moment.
    ///
    /// @param folded told the number of points after each transaction
    static void foldAll(Database database, IntConsumer folded) {
        long newest = newest(database);
        long done = 0;
        while (done < newest) {
            JournalFold fold = database.read(sql -> sql.connectionResult(connection -> read(connection, newest)));
            fold.write(database, folded);
            done = fold.last;
        }
    }

    private static JournalFold read(Connection connection, long newest) throws SQLException {
        Map<Long, Map<String, SeriesPoints>> runs = new TreeMap<>();
        long first = 0;
        // Another process may have folded everything meanwhile.
        long last = newest;
        int points = 0;
        try (PreparedStatement select = connection.prepareStatement(READ)) {
            select.setLong(1, newest);
            try (ResultSet rows = select.executeQuery()) {
                while (points < MAX_POINTS && rows.next()) {
                    last = rows.getLong(1);
                    first = first == 0 ? last : first;
                    long runNo = rows.getLong(2);
                    Map<String, SeriesPoints> run = runs.computeIfAbsent(runNo, no -> new TreeMap<>());
                    for (Metric metric : PointBytes.read(rows.getBytes(3))) {
                        run.computeIfAbsent(metric.key(), key -> SeriesPoints.of(runNo, metric))
                                .add(metric);
                        points++;
                    }
                }
            }
        }
        List<SeriesPoints> series = new ArrayList<>();
        runs.values().forEach(run -> series.addAll(run.values()));
        return new JournalFold(first, points < MAX_POINTS ? newest : last, series);
    }

    private void write(Database database, IntConsumer folded) {
        List<SeriesPoints> slice = new ArrayList<>();
        int cost = 0;
        for (SeriesPoints one : series) {
            for (SeriesPoints part : one.parts(SLICE)) {
                slice.add(part);
                cost += SERIES_COST + part.points().size();
                if (cost >= SLICE) {
                    write(database, slice, folded);
                    slice = new ArrayList<>();
                    cost = 0;
                }
            }
        }
        List<SeriesPoints> rest = slice;
        database.transact(sql -> {
            writePoints(sql, rest);
            sql.connection(connection -> {
                try (PreparedStatement remove = connection.prepareStatement(REMOVE)) {
                    remove.setLong(1, first);
                    remove.setLong(2, last);
                    remove.executeUpdate();
                }
            });
            return null;
        });
        folded.accept(count(rest));
    }

    private static void write(Database database, List<SeriesPoints> slice, IntConsumer folded) {
        database.transact(sql -> {
            writePoints(sql, slice);
            return null;
        });
        folded.accept(count(slice));
    }

    private static int count(List<SeriesPoints> slice) {
        return slice.stream().mapToInt(part -> part.points().size()).sum();
    }

    private static void writePoints(DSLContext sql, List<SeriesPoints> slice) {
        sql.connection(connection -> new FoldStatements(connection).write(slice));
    }
}
