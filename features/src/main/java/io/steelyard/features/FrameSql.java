package io.steelyard.features;

import io.steelyard.data.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// [WindowFeatures] of any kind as SQL: the times of source and entities stand in one line for each key, each once, and a
/// frame of the window's length moves along it. Correct for every function and for fractions, at a cost that grows with
/// the windows' contents.
///
/// Times stand once so that the order within the frame is fixed, and with it (but for how DuckDB cuts a partition into
/// pieces when memory is short) the last digits of a sum of fractions.
final class FrameSql {
    private FrameSql() {}

    /// @param views views of one timeline
    static String select(List<WindowFeatures> views, Schema source, String rows, String time) {
        WindowColumns columns = WindowColumns.of(views, source);
        List<String> perTime = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<String> merged = new ArrayList<>();
        for (int i = 0; i < columns.names().size(); i++) {
            perTime.add("count(c" + i + ") AS n" + i);
            perTime.add("min(c" + i + ") AS least" + i);
            perTime.add("max(c" + i + ") AS most" + i);
            if (columns.summed(i)) {
                perTime.add(
                        columns.isFraction(columns.names().get(i))
                                ? "sum(c" + i + " ORDER BY c" + i + ") AS s" + i
                                : "sum(CAST(c" + i + " AS BIGINT)) AS s" + i);
            }
        }
        for (String expression : perTime) {
            String name = expression.substring(expression.lastIndexOf(' ') + 1);
            unknown.add("NULL");
            merged.add("max(" + name + ") AS " + name);
        }
        List<String> frames = new ArrayList<>();
        List<String> inFrames = new ArrayList<>();
        List<String> results = new ArrayList<>();
        for (int view = 0; view < views.size(); view++) {
            // The frame's beginning is not included: a microsecond less than the window.
            frames.add("w" + view + " AS (PARTITION BY \"#key\" ORDER BY \"#at\" RANGE BETWEEN "
                    + (Micros.of(views.get(view).window()) - 1) + " PRECEDING AND CURRENT ROW)");
            for (Aggregate aggregate : views.get(view).aggregates()) {
                String name = Quoted.name(aggregate.as());
                inFrames.add(inFrame(aggregate, columns, "w" + view) + " AS " + name);
                results.add(
                        aggregate.function() == AggregateFunction.COUNT
                                ? "coalesce(f." + name + ", 0) AS " + name
                                : "f." + name);
            }
        }
        return Timeline.of(views.getFirst()).with(rows, time, columns.selected())
                + "known AS (SELECT \"#key\", \"#at\", " + String.join(", ", perTime)
                + " FROM \"#source\" GROUP BY \"#key\", \"#at\"),"
                + " line AS (SELECT \"#key\", \"#at\", " + String.join(", ", merged)
                + " FROM (FROM known UNION ALL SELECT DISTINCT \"#key\", \"#t\", "
                + unknown.stream().collect(Collectors.joining(", "))
                + " FROM \"#entity\" WHERE \"#key\" IS NOT NULL AND \"#t\" IS NOT NULL) GROUP BY \"#key\", \"#at\"),"
                + " framed AS (SELECT \"#key\", \"#at\", " + String.join(", ", inFrames) + " FROM line WINDOW "
                + String.join(", ", frames) + ") SELECT r.\"#row\", " + String.join(", ", results)
                + " FROM \"#entity\" r LEFT JOIN framed f ON r.\"#key\" = f.\"#key\" AND r.\"#t\" = f.\"#at\"";
    }

    private static String inFrame(Aggregate aggregate, WindowColumns columns, String frame) {
        int column = columns.names().indexOf(aggregate.column());
        String count = "sum(n" + column + ") OVER " + frame;
        String sum = "sum(s" + column + ") OVER " + frame;
        return switch (aggregate.function()) {
            case COUNT -> "CAST(coalesce(" + count + ", 0) AS BIGINT)";
            case SUM -> columns.isFraction(aggregate.column()) ? sum : "CAST(" + sum + " AS BIGINT)";
            case MEAN -> "CAST(" + sum + " AS DOUBLE) / nullif(" + count + ", 0)";
            case MIN -> "min(least" + column + ") OVER " + frame;
            case MAX -> "max(most" + column + ") OVER " + frame;
            case LAST -> "last_value(most" + column + " IGNORE NULLS) OVER " + frame;
        };
    }
}
