package io.steelyard.features;

import java.util.stream.Collectors;

/// [WindowFeatures] of any kind as SQL: entity rows and source rows stand in one line of time for each key, and a frame
/// of the window's length moves along it. Correct for every function and for fractions, at a cost that grows with the
/// windows' contents.
final class FrameSql {
    private FrameSql() {}

    static String select(WindowFeatures view, String rows) {
        String keys = Quoted.names(view.keys());
        String columns = Quoted.names(view.columns());
        String noColumns = view.columns().stream().map(column -> "NULL").collect(Collectors.joining(", "));
        String results = view.aggregates().stream()
                .map(a -> result(a) + " AS " + Quoted.name(a.as()))
                .collect(Collectors.joining(", "));
        // The frame's beginning is not included: a microsecond less than the window.
        long micros = view.window().toNanos() / 1000 - 1;
        String line = "SELECT NULL AS \"#row\", " + keys + ", CAST(" + Quoted.name(view.eventTime())
                + " AS TIMESTAMP) AS \"#t\", " + columns + " FROM " + Quoted.name(view.source()) + " WHERE "
                + Quoted.name(view.eventTime()) + " IS NOT NULL AND " + Quoted.present(view.keys())
                + " UNION ALL SELECT \"#row\", " + keys + ", \"#t\", " + noColumns + " FROM " + rows
                + " WHERE \"#t\" IS NOT NULL AND " + Quoted.present(view.keys());
        String framed = "SELECT * FROM (SELECT \"#row\", " + results + " FROM (" + line + ") WINDOW w AS (PARTITION BY "
                + keys + " ORDER BY \"#t\" RANGE BETWEEN to_microseconds(" + micros
                + ") PRECEDING AND CURRENT ROW)) WHERE \"#row\" IS NOT NULL";
        String outputs = view.aggregates().stream().map(FrameSql::absent).collect(Collectors.joining(", "));
        return "SELECT r.\"#row\", " + outputs + " FROM " + rows + " r LEFT JOIN (" + framed + ") f USING (\"#row\")";
    }

    private static String result(Aggregate aggregate) {
        String column = Quoted.name(aggregate.column());
        return switch (aggregate.function()) {
            case COUNT -> "count(" + column + ") OVER w";
            case SUM -> "sum(" + column + ") OVER w";
            case MEAN -> "avg(" + column + ") OVER w";
            case MIN -> "min(" + column + ") OVER w";
            case MAX -> "max(" + column + ") OVER w";
            case LAST ->
                "(max(CASE WHEN " + column + " IS NOT NULL THEN {'t': \"#t\", 'v': " + column + "} END) OVER w).v";
        };
    }

    /// A row whose key is missing is in no frame: it counts 0 and knows nothing else.
    private static String absent(Aggregate aggregate) {
        String output = "f." + Quoted.name(aggregate.as());
        return switch (aggregate.function()) {
            case COUNT -> "coalesce(" + output + ", 0) AS " + Quoted.name(aggregate.as());
            case SUM, MEAN, MIN, MAX, LAST -> output;
        };
    }
}
