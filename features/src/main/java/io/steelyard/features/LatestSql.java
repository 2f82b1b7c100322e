package io.steelyard.features;

import java.time.Duration;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// [LatestFeatures] as SQL: an ASOF join finds the latest source row at or before the time, and the ttl is checked on
/// what it found. The source is first reduced to one row a key and event time, since an ASOF join picks any of several.
final class LatestSql {
    private LatestSql() {}

    static String select(LatestFeatures view, String rows) {
        String values = view.columns().stream()
                .map(column -> fresh("s." + Quoted.name(column), view.ttl()) + " AS " + Quoted.name(column))
                .collect(Collectors.joining(", "));
        String order = view.columns().stream()
                .map(column -> Quoted.name(column) + " DESC NULLS LAST")
                .collect(Collectors.joining(", "));
        String keys = Quoted.names(view.keys());
        String at = "CAST(" + Quoted.name(view.eventTime()) + " AS TIMESTAMP)";
        return "SELECT r.\"#row\", " + values + " FROM " + rows + " r ASOF LEFT JOIN (SELECT " + keys + ", " + at
                + " AS \"#at\", " + Quoted.names(view.columns()) + " FROM " + Quoted.name(view.source()) + " WHERE "
                + Quoted.name(view.eventTime()) + " IS NOT NULL QUALIFY row_number() OVER (PARTITION BY " + keys + ", "
                + at + " ORDER BY " + order + ") = 1) s ON " + Quoted.equal("r", "s", view.keys())
                + " AND r.\"#t\" >= s.\"#at\"";
    }

    private static String fresh(String value, @Nullable Duration ttl) {
        return ttl == null
                ? value
                : "CASE WHEN s.\"#at\" >= r.\"#t\" - to_microseconds(" + ttl.toNanos() / 1000 + ") THEN " + value
                        + " END";
    }
}
