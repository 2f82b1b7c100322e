package io.steelyard.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A query whose result has only the types that columns have: what has another type is cast.
///
/// @param schema the result's columns
/// @param sql the query; instants come as microseconds
record Selection(Schema schema, String sql) {
    static Selection of(Connection connection, String query) {
        String inner = Sql.trimmed(query);
        List<Field> fields = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet described = statement.executeQuery("DESCRIBE " + inner)) {
            while (described.next()) {
                String name = described.getString(1);
                fields.add(new Field(name, type(name, described.getString(2))));
            }
        } catch (SQLException e) {
            throw TableEngine.unreadable("the query fails", e);
        }
        String casts = fields.stream().map(Selection::cast).collect(Collectors.joining(", "));
        return new Selection(new Schema(fields), "SELECT " + casts + " FROM (" + inner + "\n)");
    }

    private static ColumnType type(String column, String type) {
        if (type.startsWith("DECIMAL")) {
            return ColumnType.DOUBLE;
        }
        return switch (type) {
            case "TINYINT",
                    "SMALLINT",
                    "INTEGER",
                    "BIGINT",
                    "UTINYINT",
                    "USMALLINT",
                    "UINTEGER",
                    "UBIGINT",
                    "HUGEINT" -> ColumnType.LONG;
            case "FLOAT", "DOUBLE" -> ColumnType.DOUBLE;
            case "BOOLEAN" -> ColumnType.BOOLEAN;
            case "VARCHAR" -> ColumnType.STRING;
            case "DATE", "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "TIMESTAMP WITH TIME ZONE" ->
                ColumnType.TIMESTAMP;
            default -> {
                if (type.startsWith("ENUM")) {
                    yield ColumnType.STRING;
                }
                throw new DataException(
                        DataException.Kind.WRONG_TYPE,
                        "column '" + column + "' is of type " + type
                                + ", which no column can hold: cast it in the query, or leave it out");
            }
        };
    }

    private static String cast(Field field) {
        String name = Sql.name(field.name());
        String value = switch (field.type()) {
            case DOUBLE -> "CAST(" + name + " AS DOUBLE)";
            case LONG -> "CAST(" + name + " AS BIGINT)";
            case BOOLEAN -> name;
            case STRING -> "CAST(" + name + " AS VARCHAR)";
            case TIMESTAMP -> "epoch_us(CAST(" + name + " AS TIMESTAMPTZ))";
        };
        return value + " AS " + name;
    }
}
