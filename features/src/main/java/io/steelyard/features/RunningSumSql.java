package io.steelyard.features;

import io.steelyard.data.ColumnType;
import io.steelyard.data.Schema;
import java.util.ArrayList;
import java.util.List;

/// [WindowFeatures] of counts, sums and means of whole numbers as SQL: the running count and sum of each key at each
/// event time, looked up at a window's two ends by an ASOF join each, and subtracted. The work grows with the rows, not
/// with the windows' contents, and whole numbers make the difference exact. Windows of one timeline share the running
/// sums and their end.
final class RunningSumSql {
    private RunningSumSql() {}

    /// Whether a view can be computed this way.
    static boolean fits(WindowFeatures view, Schema source) {
        return view.aggregates().stream().allMatch(a -> switch (a.function()) {
            case COUNT -> true;
            case SUM, MEAN -> source.field(a.column()).type() != ColumnType.DOUBLE;
            case MIN, MAX, LAST -> false;
        });
    }

    /// @param views views of one timeline
    static String select(List<WindowFeatures> views, Schema source, String rows, String time) {
        WindowColumns columns = WindowColumns.of(views, source);
        List<String> perTime = new ArrayList<>();
        List<String> running = new ArrayList<>();
        for (int i = 0; i < columns.names().size(); i++) {
            perTime.add("count(c" + i + ") AS n" + i);
            running.add("CAST(sum(n" + i + ") OVER k AS BIGINT) AS n" + i);
            if (columns.summed(i)) {
                perTime.add("coalesce(sum(CAST(c" + i + " AS BIGINT)), 0) AS s" + i);
                running.add("sum(s" + i + ") OVER k AS s" + i);
            }
        }
        List<String> results = new ArrayList<>();
        StringBuilder starts = new StringBuilder();
        for (int view = 0; view < views.size(); view++) {
            String start = "b" + view;
            starts.append(" ASOF LEFT JOIN sums ")
                    .append(start)
                    .append(" ON r.\"#key\" = ")
                    .append(start)
                    .append(".\"#key\" AND r.\"#t\" - ")
                    .append(Micros.of(views.get(view).window()))
                    .append(" >= ")
                    .append(start)
                    .append(".\"#at\"");
            for (Aggregate aggregate : views.get(view).aggregates()) {
                int column = columns.names().indexOf(aggregate.column());
                results.add(
                        result(aggregate.function(), difference("n" + column, start), difference("s" + column, start))
                                + " AS " + Quoted.name(aggregate.as()));
            }
        }
        return Timeline.of(views.getFirst()).with(rows, time, columns.selected())
                + "sums AS MATERIALIZED (SELECT \"#key\", \"#at\", " + String.join(", ", running)
                + " FROM (SELECT \"#key\", \"#at\", " + String.join(", ", perTime)
                + " FROM \"#source\" GROUP BY ALL) WINDOW k AS (PARTITION BY \"#key\" ORDER BY \"#at\")) SELECT r.\"#row\", "
                + String.join(", ", results)
                + " FROM \"#entity\" r ASOF LEFT JOIN sums e ON r.\"#key\" = e.\"#key\" AND"
                + " r.\"#t\" >= e.\"#at\"" + starts;
    }

    private static String difference(String column, String start) {
        return "(coalesce(e." + column + ", 0) - coalesce(" + start + "." + column + ", 0))";
    }

    private static String result(AggregateFunction function, String count, String sum) {
        return switch (function) {
            case COUNT -> count;
            case SUM -> "CASE WHEN " + count + " > 0 THEN CAST(" + sum + " AS BIGINT) END";
            case MEAN -> "CAST(" + sum + " AS DOUBLE) / nullif(" + count + ", 0)";
            case MIN, MAX, LAST -> throw new IllegalArgumentException(function + " does not follow from running sums");
        };
    }
}
