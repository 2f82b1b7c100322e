package io.steelyard.tracking.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A piece of SQL with the values of its question marks. What a user wrote is always a value.
///
/// @param text the SQL
/// @param values the values, in order
record SqlText(String text, List<Object> values) {
    static final SqlText NONE = new SqlText("", List.of());
    static final SqlText TRUE = new SqlText("1 = 1", List.of());

    SqlText {
        values = List.copyOf(values);
    }

    static SqlText of(String text, Object... values) {
        return new SqlText(text, List.of(values));
    }

    static SqlText join(String between, List<SqlText> parts) {
        return new SqlText(
                String.join(between, parts.stream().map(SqlText::text).toList()),
                parts.stream().flatMap(part -> part.values.stream()).toList());
    }

    static SqlText all(List<SqlText> conditions) {
        return conditions.isEmpty() ? TRUE : join(" AND ", conditions);
    }

    static SqlText all(SqlText... conditions) {
        return all(Arrays.asList(conditions));
    }

    SqlText then(SqlText next) {
        return new SqlText(
                text + next.text,
                Stream.concat(values.stream(), next.values.stream()).toList());
    }

    SqlText then(String next, Object... more) {
        return then(of(next, more));
    }

    SqlText inside(String before, String after) {
        return new SqlText(before + text + after, values);
    }

    SqlText or(SqlText other) {
        List<Object> both = new ArrayList<>(values);
        both.addAll(other.values);
        return new SqlText("(" + text + " OR " + other.text + ")", both);
    }
}
