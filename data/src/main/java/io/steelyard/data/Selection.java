package io.steelyard.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A query whose result has only the types that columns have: what has another type is cast.
///
/// @param schema the result's columns
/// @param sql the query; instants come as microseconds
record Selection(Schema schema, String sql) {
    static Selection of(Connection connection, String query) throws SQLException {
        List<Field> fields = new ArrayList<>();
        List<String> casts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet described = statement.executeQuery("DESCRIBE " + query)) {
            while (described.next()) {
                String name = described.getString(1);
                if (!seen.add(name)) {
                    throw new DataException(
                            DataException.Kind.UNREADABLE,
                            "the query gives two columns the name '" + name + "': rename one with AS");
                }
                ColumnType type = type(name, described.getString(2));
                fields.add(new Field(name, type));
                casts.add(cast(name, described.getString(2), type) + " AS " + Sql.name(name));
            }
        }
        String columns = casts.stream().collect(Collectors.joining(", "));
        return new Selection(new Schema(fields), "SELECT " + columns + " FROM " + Sql.subquery(query));
    }

    /// Whether a type of DuckDB becomes a number.
    static boolean isNumber(String type) {
        return type.startsWith("DECIMAL")
                || type.equals("FLOAT")
                || type.equals("DOUBLE")
                || type.endsWith("INT")
                || type.endsWith("INTEGER");
    }

    private static ColumnType type(String column, String type) {
        return typeOf(type)
                .orElseThrow(() -> new DataException(
                        DataException.Kind.WRONG_TYPE,
                        "column '" + column + "' is of type " + type
                                + ", which no column can hold: cast it in the query, or leave it out"));
    }

    /// The type in which a type of DuckDB is read; empty where none can hold it.
    static Optional<ColumnType> typeOf(String type) {
        if (type.startsWith("DECIMAL") && !type.endsWith("]")) {
            return Optional.of(ColumnType.DOUBLE);
        }
        if (type.startsWith("ENUM") && !type.endsWith("]")) {
            return Optional.of(ColumnType.STRING);
        }
        return switch (type) {
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT" -> Optional.of(ColumnType.LONG);
            case "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT" -> Optional.of(ColumnType.LONG);
            case "FLOAT", "DOUBLE" -> Optional.of(ColumnType.DOUBLE);
            case "BOOLEAN" -> Optional.of(ColumnType.BOOLEAN);
            case "VARCHAR", "UUID" -> Optional.of(ColumnType.STRING);
            case "DATE", "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "TIMESTAMP WITH TIME ZONE" ->
                Optional.of(ColumnType.TIMESTAMP);
            default -> Optional.empty();
        };
    }

    /// The expression that reads a column in a type.
    static String cast(String column, String from, ColumnType to) {
        String name = Sql.name(column);
        return switch (to) {
            case DOUBLE -> "CAST(" + name + " AS DOUBLE)";
            case LONG -> "CAST(" + name + " AS BIGINT)";
            case BOOLEAN -> name;
            case STRING -> "CAST(" + name + " AS VARCHAR)";
            case TIMESTAMP -> "epoch_us(" + (from.equals("DATE") ? "CAST(" + name + " AS TIMESTAMP)" : name) + ")";
        };
    }
}
