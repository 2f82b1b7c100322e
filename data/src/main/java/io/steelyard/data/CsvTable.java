package io.steelyard.data;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// CSV files that were looked through, as one table. DuckDB is told all and guesses nothing.
///
/// @param files the files
/// @param format how they are written
/// @param scan what they hold
record CsvTable(List<Path> files, CsvFormat format, CsvScan scan) implements FileTable {
    CsvTable {
        files = List.copyOf(files);
    }

    static CsvTable of(List<Path> files, CsvFormat format, int threads) {
        return new CsvTable(files, format, CsvScan.of(files, format, threads));
    }

    @Override
    public long rows() {
        return scan.rows();
    }

    @Override
    public String sql() {
        String columns = scan.schema().fields().stream()
                .map(field -> Sql.text(field.name()) + ": " + Sql.text(type(field.type())))
                .collect(Collectors.joining(", ", "{", "}"));
        String nulls = Stream.concat(Stream.of(""), format.nulls().stream())
                .map(Sql::text)
                .toList()
                .toString();
        return "read_csv(" + FileTable.list(files) + ", auto_detect = false, hive_partitioning = false, header = "
                + (format.header() == CsvFormat.Header.PRESENT) + ", delim = " + character(format.delimiter())
                + ", quote = " + character(format.quote()) + ", escape = " + character(format.escape())
                + ", decimal_separator = " + character(format.decimal()) + ", nullstr = " + nulls + ", columns = "
                + columns
                + (format.timestampFormat() == null ? "" : ", timestampformat = " + Sql.text(format.timestampFormat()))
                + ")";
    }

    @Override
    public DataException explain(SQLException failure) {
        return CsvFailure.of(this, failure);
    }

    /// Whether a failure of DuckDB comes from one of the files.
    boolean isNamedBy(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return files.stream().anyMatch(file -> message.contains("file = " + file));
    }

    private String type(ColumnType type) {
        return switch (type) {
            case DOUBLE -> "DOUBLE";
            case LONG -> "BIGINT";
            case BOOLEAN -> "BOOLEAN";
            case STRING -> "VARCHAR";
            // DuckDB applies a format to one of the two only.
            case TIMESTAMP -> format.timestampFormat() == null ? "TIMESTAMP WITH TIME ZONE" : "TIMESTAMP";
        };
    }

    private static String character(@Nullable Character character) {
        return Sql.text(character == null ? "" : character.toString());
    }
}
