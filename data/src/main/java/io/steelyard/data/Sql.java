package io.steelyard.data;

import java.util.stream.Collectors;

/// How names, texts and types are spelled in DuckDB's SQL.
final class Sql {
    private Sql() {}

    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /// A SELECT without the semicolon that may end it.
    static String trimmed(String sql) {
        String trimmed = sql.strip();
        return trimmed.endsWith(";") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
    }

    static String columns(Schema schema) {
        return schema.fields().stream()
                .map(field -> name(field.name()) + " " + type(field.type()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case DOUBLE -> "DOUBLE";
            case LONG -> "BIGINT";
            case BOOLEAN -> "BOOLEAN";
            case STRING -> "VARCHAR";
            case TIMESTAMP -> "TIMESTAMPTZ";
        };
    }
}
