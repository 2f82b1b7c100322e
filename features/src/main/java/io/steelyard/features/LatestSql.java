package io.steelyard.features;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// [LatestFeatures] as SQL: an ASOF join finds the latest source row at or before the time, and the ttl is checked on
/// what it found. The source is first reduced to one row a key and event time, since an ASOF join picks any of several.
final class LatestSql {
    private LatestSql() {}

    static String select(LatestFeatures view, String rows, String time) {
        List<String> columns = new ArrayList<>();
        List<String> order = new ArrayList<>();
        String created = view.createdTime();
        if (created != null) {
            columns.add(Quoted.name(created) + " AS \"#created\"");
            order.add("\"#created\" DESC NULLS LAST");
        }
        for (String column : view.columns()) {
            columns.add(Quoted.name(column));
            order.add(Quoted.name(column) + " DESC NULLS LAST");
        }
        String values = view.columns().stream()
                .map(column -> fresh("s." + Quoted.name(column), view) + " AS " + Quoted.name(column))
                .collect(Collectors.joining(", "));
        return Timeline.of(view).with(rows, time, columns)
                + "\"#latest\" AS (SELECT * FROM \"#source\" QUALIFY row_number() OVER (PARTITION BY \"#key\", \"#at\""
                + " ORDER BY " + String.join(", ", order) + ") = 1) SELECT r.\"#row\", " + values
                + " FROM \"#entity\" r ASOF LEFT JOIN \"#latest\" s ON r.\"#key\" = s.\"#key\" AND r.\"#t\" >= s.\"#at\"";
    }

    private static String fresh(String value, LatestFeatures view) {
        @Nullable Duration ttl = view.ttl();
        return ttl == null ? value : "CASE WHEN s.\"#at\" >= r.\"#t\" - " + Micros.of(ttl) + " THEN " + value + " END";
    }
}
