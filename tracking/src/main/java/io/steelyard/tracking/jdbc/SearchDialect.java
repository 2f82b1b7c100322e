package io.steelyard.tracking.jdbc;

import io.steelyard.tracking.PythonText;
import io.steelyard.tracking.search.LikePattern.LetterCase;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;

/// What the two databases write differently in a search, so that both find the same: texts compare and sort byte by
/// byte, and a pattern has no escapes. SQLite is also told which index to use and which table to begin with;
/// PostgreSQL knows by its statistics.
enum SearchDialect {
    SQLITE,
    POSTGRES;

    static SearchDialect of(DSLContext sql) {
        return sql.family() == SQLDialect.POSTGRES ? POSTGRES : SQLITE;
    }

    String index(String name) {
        return switch (this) {
            case SQLITE -> " INDEXED BY " + name;
            case POSTGRES -> "";
        };
    }

    /// Joins so that the table on the left is read first.
    String thenJoin() {
        return switch (this) {
            case SQLITE -> " CROSS JOIN ";
            case POSTGRES -> " JOIN ";
        };
    }

    String bytewise(String text) {
        return switch (this) {
            case SQLITE -> text;
            case POSTGRES -> "(" + text + ") COLLATE \"C\"";
        };
    }

    /// Asks whether there is such a row, for each row anew: with the sign, SQLite does not make a join of it, which it
    /// might begin with.
    String exists() {
        return switch (this) {
            case SQLITE -> "+EXISTS";
            case POSTGRES -> "EXISTS";
        };
    }

    SqlText like(String column, String pattern, LetterCase letters) {
        return switch (this) {
            case SQLITE ->
                switch (letters) {
                    case DISTINCT -> SqlText.of(column + " GLOB ?", glob(pattern));
                    // SQLite's LIKE takes A to Z for a to z, and nothing else.
                    case SAME -> SqlText.of(column + " LIKE ?", pattern);
                };
            case POSTGRES ->
                switch (letters) {
                    case DISTINCT -> SqlText.of(column + " LIKE ? ESCAPE ''", pattern);
                    case SAME ->
                        SqlText.of("lower((" + column + ") COLLATE \"C\") LIKE ? ESCAPE ''", asciiLower(pattern));
                };
        };
    }

    private static String glob(String pattern) {
        StringBuilder glob = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            switch (c) {
                case '%' -> glob.append('*');
                case '_' -> glob.append('?');
                case '*', '?', '[' -> glob.append('[').append(c).append(']');
                default -> glob.append(c);
            }
        }
        return glob.toString();
    }

    private static String asciiLower(String text) {
        return text.chars()
                .map(c -> c >= 'A' && c <= 'Z' ? c + 32 : c)
                .collect(StringBuilder::new, (s, c) -> s.append((char) c), StringBuilder::append)
                .toString();
    }

    /// Looks a column up in a list of any length, which is one value to the database.
    SqlText in(String column, List<?> values) {
        String json = values.stream()
                .map(value -> value instanceof String text ? PythonText.json(text) : value.toString())
                .collect(Collectors.joining(",", "[", "]"));
        boolean numbers = values.getFirst() instanceof Long;
        return switch (this) {
            case SQLITE -> SqlText.of(column + " IN (SELECT value FROM json_each(?))", json);
            case POSTGRES ->
                SqlText.of(
                        column + " IN (SELECT " + (numbers ? "CAST(e AS bigint)" : "e")
                                + " FROM json_array_elements_text(CAST(? AS json)) AS j (e))",
                        json);
        };
    }
}
