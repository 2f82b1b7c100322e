package io.steelyard.data;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.stream.Collectors;

/// How names, texts and failures are spelled in DuckDB's SQL.
final class Sql {
    private Sql() {}

    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /// The first value of a column as it stands in a statement.
    static String literal(Column column) {
        if (column.isMissing(0)) {
            return "NULL";
        }
        return switch (column) {
            case DoubleColumn c -> text(Double.toString(c.values()[0])) + "::DOUBLE";
            case LongColumn c -> c.values()[0] + "::BIGINT";
            case BooleanColumn c -> Boolean.toString(c.values()[0]);
            case StringColumn c -> text(String.valueOf(c.values()[0]));
            case TimestampColumn c -> "make_timestamptz(" + c.values()[0] + "::BIGINT)";
        };
    }

    /// A SELECT as a subquery: without the semicolon that may end it, and safe from a comment in its last line.
    static String subquery(String sql) {
        String trimmed = sql.strip();
        return "(" + (trimmed.endsWith(";") ? trimmed.substring(0, trimmed.length() - 1) : trimmed) + "\n)";
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Writes a SELECT's result to a Parquet file.
    ///
    /// @return how many rows were written
    static long copy(Connection connection, String select, Path file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate("COPY " + subquery(select) + " TO " + text(file.toString())
                    + " (FORMAT parquet, COMPRESSION zstd)");
        }
    }

    /// DuckDB's message in one line, without the marks below a quoted line and without Java's stack traces.
    static String reason(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        String reason = message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty()
                        && !line.matches("\\^+")
                        && !line.toLowerCase(Locale.ROOT).startsWith("at "))
                .collect(Collectors.joining(" "));
        return reason.isEmpty() ? "DuckDB gives no reason" : reason;
    }

    /// Whether the fault lies in how the SQL is written, and not in what it reads.
    static boolean isWritten(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.startsWith("Parser Error")
                || message.startsWith("Binder Error")
                || message.startsWith("Catalog Error");
    }

    static DataException unreadable(String what, SQLException failure) {
        return new DataException(DataException.Kind.UNREADABLE, what + ": " + reason(failure), failure);
    }
}
