package io.steelyard.features;

import io.steelyard.data.ColumnType;
import io.steelyard.data.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// [WindowFeatures] of counts, sums and means of whole numbers as SQL: the running count and sum of each key at each
/// event time, looked up at the window's two ends by an ASOF join each, and subtracted. The work grows with the rows,
/// not with the windows' contents, and whole numbers make the difference exact.
final class RunningSumSql {
    private RunningSumSql() {}

    /// Whether a view can be computed this way.
    static boolean fits(WindowFeatures view, Schema source) {
        return view.aggregates().stream()
                .allMatch(a -> a.function().isAdditive()
                        && (a.function() == AggregateFunction.COUNT
                                || source.field(a.column()).type() != ColumnType.DOUBLE));
    }

    static String select(WindowFeatures view, String rows) {
        String keys = Quoted.names(view.keys());
        List<String> perTime = new ArrayList<>();
        List<String> running = new ArrayList<>();
        List<String> results = new ArrayList<>();
        for (int i = 0; i < view.aggregates().size(); i++) {
            Aggregate aggregate = view.aggregates().get(i);
            String column = Quoted.name(aggregate.column());
            perTime.add("count(" + column + ") AS n" + i);
            running.add("CAST(sum(n" + i + ") OVER k AS BIGINT) AS n" + i);
            if (aggregate.function() != AggregateFunction.COUNT) {
                perTime.add("coalesce(sum(CAST(" + column + " AS BIGINT)), 0) AS s" + i);
                running.add("CAST(sum(s" + i + ") OVER k AS BIGINT) AS s" + i);
            }
            results.add(result(aggregate.function(), difference("n" + i), difference("s" + i)) + " AS "
                    + Quoted.name(aggregate.as()));
        }
        String sums = "(SELECT " + keys + ", \"#at\", " + String.join(", ", running) + " FROM (SELECT " + keys
                + ", CAST(" + Quoted.name(view.eventTime()) + " AS TIMESTAMP) AS \"#at\", "
                + String.join(", ", perTime) + " FROM " + Quoted.name(view.source()) + " WHERE "
                + Quoted.name(view.eventTime()) + " IS NOT NULL AND " + Quoted.present(view.keys())
                + " GROUP BY ALL) WINDOW k AS (PARTITION BY " + keys + " ORDER BY \"#at\"))";
        String start = "r.\"#t\" - to_microseconds(" + view.window().toNanos() / 1000 + ")";
        return "WITH sums AS MATERIALIZED " + sums + " SELECT r.\"#row\", "
                + results.stream().collect(Collectors.joining(", ")) + " FROM " + rows
                + " r ASOF LEFT JOIN sums e ON " + Quoted.equal("r", "e", view.keys())
                + " AND r.\"#t\" >= e.\"#at\" ASOF LEFT JOIN sums b ON " + Quoted.equal("r", "b", view.keys()) + " AND "
                + start + " >= b.\"#at\"";
    }

    private static String difference(String column) {
        return "(coalesce(e." + column + ", 0) - coalesce(b." + column + ", 0))";
    }

    private static String result(AggregateFunction function, String count, String sum) {
        return switch (function) {
            case COUNT -> count;
            case SUM -> "CASE WHEN " + count + " > 0 THEN " + sum + " END";
            case MEAN -> "CAST(" + sum + " AS DOUBLE) / nullif(" + count + ", 0)";
            case MIN, MAX, LAST -> throw new IllegalArgumentException(function + " does not follow from running sums");
        };
    }
}
