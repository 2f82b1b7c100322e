package io.steelyard.data;

import java.sql.SQLException;
import java.util.List;

/// What DuckDB says about a value of a CSV file, in our words: the scan leaves it to judge truth values and instants of
/// a declared form.
final class CsvFailure {
    private static final String LINE = "CSV Error on Line: ";
    private static final String VALUE = "Could not convert string ";
    private static final String COLUMN = "Error when converting column ";
    private static final String FILE = "file = ";

    private CsvFailure() {}

    static DataException of(CsvTable table, SQLException failure) {
        List<String> lines =
                String.valueOf(failure.getMessage()).lines().map(String::strip).toList();
        String line = after(lines, LINE);
        String file = after(lines, FILE);
        String place =
                (file.isEmpty() ? FileTable.named(table.files()) : file) + (line.isEmpty() ? "" : ", line " + line);
        String value = between(lines, VALUE, "\" to");
        String column = between(lines, COLUMN, "\". ");
        if (value.isEmpty() && column.isEmpty()) {
            return new DataException(
                    DataException.Kind.MALFORMED,
                    place + ": " + Sql.reason(failure).split(" Possible ", 2)[0],
                    failure);
        }
        ColumnType type = table.scan().schema().field(column).type();
        String format = table.format().timestampFormat();
        return new DataException(
                DataException.Kind.MALFORMED,
                place + ": column '" + column + "' is of type " + type.spelling()
                        + (type == ColumnType.TIMESTAMP && format != null ? " (" + format + ")" : "")
                        + ", but here stands '" + value
                        + "'\nWhere it means a missing value, name it among the nulls; else correct it, or declare"
                        + " another type",
                failure);
    }

    private static String after(List<String> lines, String start) {
        return lines.stream()
                .filter(line -> line.contains(start))
                .map(line -> line.substring(line.indexOf(start) + start.length()))
                .findFirst()
                .orElse("");
    }

    /// What stands in double quotes behind some words.
    private static String between(List<String> lines, String words, String end) {
        for (String line : lines) {
            int from = line.indexOf(words);
            if (from >= 0) {
                int start = from + words.length() + 1;
                int stop = line.indexOf(end, start);
                return stop < 0 ? "" : line.substring(start, stop);
            }
        }
        return "";
    }
}
