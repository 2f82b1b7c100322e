package io.steelyard.data;

import java.util.List;
import java.util.stream.Collectors;

/// Columns of a table on their way into a matrix.
final class MatrixRead {
    private MatrixRead() {}

    /// Opens a reader of numeric columns.
    ///
    /// @throws DataException where a column is not there or is not numeric; of a CSV file, with the line of the first
    ///     value that is no number
    static BatchReader open(TableEngine engine, String table, List<String> columns) {
        Schema schema = engine.schema("FROM " + Sql.name(table));
        for (String name : columns) {
            Field field = schema.field(name);
            if (!field.type().isNumeric()) {
                throw notNumeric(engine, table, field);
            }
        }
        String names = columns.stream().map(Sql::name).collect(Collectors.joining(", "));
        return engine.query("SELECT " + names + " FROM " + Sql.name(table));
    }

    private static DataException notNumeric(TableEngine engine, String table, Field field) {
        if (engine.files(table).orElse(null) instanceof CsvTable csv) {
            CsvColumn column = csv.scan().seen().get(csv.scan().schema().require(field.name()));
            CsvColumn.Seen seen = column.firstNotNumber();
            if (seen != null) {
                return new DataException(
                        DataException.Kind.WRONG_TYPE,
                        CsvColumn.place(seen) + ": column '" + field.name() + "' must hold numbers, but here stands '"
                                + seen.text()
                                + "'\nWhere it means a missing value, name it among the nulls; else leave the column"
                                + " out, or encode it");
            }
        }
        return DataException.wrongType(field.name(), field.type(), "a number");
    }
}
