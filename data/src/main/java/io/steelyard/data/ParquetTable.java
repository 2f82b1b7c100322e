package io.steelyard.data;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Parquet files of the same columns as one table.
///
/// @param files the files
/// @param rows how many rows their footers name
/// @param widened whether a number's type differs between files, and the wider one counts
record ParquetTable(List<Path> files, long rows, boolean widened) implements FileTable {
    private static final String MAGIC = "PAR1";
    /// The mark at both ends, and the footer's length.
    private static final int SHORTEST = 12;

    private static final int FOOTER_LENGTH_AT = 8;

    ParquetTable {
        files = List.copyOf(files);
    }

    /// Looks at the files' footers.
    ///
    /// @throws DataException of kind [DataException.Kind#DAMAGED] where a file is no Parquet file or was cut short, of kind
    ///     [DataException.Kind#MALFORMED] where its columns' names are not distinct or differ from another file's
    static ParquetTable of(Connection connection, List<Path> files) {
        files.forEach(ParquetTable::requireWhole);
        try {
            Map<String, Path> forms = forms(connection, files);
            boolean widened = false;
            Path first = files.getFirst();
            Map<String, String> expected = null;
            for (Path file : forms.values()) {
                Map<String, String> types = types(connection, file);
                if (expected == null) {
                    expected = types;
                } else {
                    widened |= requireSame(first, expected, file, types);
                }
            }
            return new ParquetTable(files, rows(connection, files), widened);
        } catch (SQLException e) {
            throw damaged(files, e);
        }
    }

    @Override
    public String sql() {
        return "read_parquet(" + FileTable.list(files) + (widened ? ", union_by_name = true" : "") + ")";
    }

    @Override
    public DataException explain(SQLException failure) {
        return damaged(files, failure);
    }

    private static DataException damaged(List<Path> files, SQLException cause) {
        return new DataException(
                DataException.Kind.DAMAGED,
                FileTable.named(files) + " cannot be read as a table: " + Sql.reason(cause)
                        + "\nCopy it again, or write it anew",
                cause);
    }

    private static void requireWhole(Path file) {
        String what = file + " cannot be read as a table: ";
        String remedy = "\nCopy it again, or wait until it is written";
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long length = in.length();
            if (length == 0) {
                throw new DataException(DataException.Kind.EMPTY, what + "it is empty, with 0 bytes" + remedy);
            }
            byte[] start = new byte[(int) Math.min(length, MAGIC.length())];
            in.readFully(start);
            String mark = new String(start, StandardCharsets.ISO_8859_1);
            if (!MAGIC.startsWith(mark)) {
                throw new DataException(
                        DataException.Kind.DAMAGED,
                        what + "it is no Parquet file, which begins with " + MAGIC
                                + "\nGive a Parquet file; a CSV file's name ends with .csv");
            }
            if (length < SHORTEST) {
                throw new DataException(
                        DataException.Kind.DAMAGED, what + "it was cut short, after " + length + " bytes" + remedy);
            }
            byte[] end = new byte[FOOTER_LENGTH_AT];
            in.seek(length - FOOTER_LENGTH_AT);
            in.readFully(end);
            long footer = Integer.toUnsignedLong(java.nio.ByteBuffer.wrap(end)
                    .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                    .getInt());
            if (!new String(end, MAGIC.length(), MAGIC.length(), StandardCharsets.ISO_8859_1).equals(MAGIC)) {
                throw new DataException(
                        DataException.Kind.DAMAGED,
                        what + "it was cut short: it ends after " + length + " bytes without " + MAGIC + remedy);
            }
            if (footer + SHORTEST > length) {
                throw new DataException(
                        DataException.Kind.DAMAGED,
                        what + "its footer of " + footer + " bytes does not fit into its " + length + " bytes"
                                + remedy);
            }
        } catch (IOException e) {
            throw new DataException(DataException.Kind.UNREADABLE, "cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /// The first file of each form: the names and types of its columns.
    private static Map<String, Path> forms(Connection connection, List<Path> files) throws SQLException {
        Map<String, Form> forms = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT file_name, name, concat_ws(' ', type, converted_type, logical_type), num_children"
                                + " FROM parquet_schema(" + FileTable.list(files) + ")")) {
            while (rows.next()) {
                forms.computeIfAbsent(rows.getString(1), file -> new Form())
                        .add(rows.getString(2), rows.getString(3), rows.getLong(4));
            }
        }
        Map<String, Path> distinct = new LinkedHashMap<>();
        forms.forEach((file, form) -> {
            CsvScan.requireDistinct(file, form.names);
            distinct.putIfAbsent(form.text.toString(), Path.of(file));
        });
        return distinct;
    }

    /// The columns of a footer, which lists them with those inside of them, each before its own.
    private static final class Form {
        private final List<String> names = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private boolean begun;
        private long inside;

        void add(String name, String type, long children) {
            if (!begun) {
                // The root, which stands for the table.
                begun = true;
                return;
            }
            text.append(name).append('\n').append(type).append('\n');
            if (inside == 0) {
                names.add(name);
            }
            inside = Math.max(0, inside - 1) + children;
        }
    }

    private static Map<String, String> types(Connection connection, Path file) throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet columns = statement.executeQuery(
                        "DESCRIBE FROM read_parquet(" + Sql.text(file.toString()) + ", hive_partitioning = false)")) {
            while (columns.next()) {
                types.put(columns.getString(1), columns.getString(2));
            }
        }
        return types;
    }

    /// @return whether a number's type differs
    private static boolean requireSame(Path first, Map<String, String> expected, Path file, Map<String, String> found) {
        if (!expected.keySet().equals(found.keySet())) {
            throw new DataException(
                    DataException.Kind.MALFORMED,
                    file + " has the columns " + found.keySet() + ", but " + first + " has " + expected.keySet()
                            + "\nFiles of one table need the same columns");
        }
        boolean widened = false;
        for (Map.Entry<String, String> column : expected.entrySet()) {
            String other = found.get(column.getKey());
            if (!column.getValue().equals(other)) {
                if (!Selection.isNumber(column.getValue()) || !Selection.isNumber(String.valueOf(other))) {
                    throw new DataException(
                            DataException.Kind.MALFORMED,
                            file + ": column '" + column.getKey() + "' is of type " + other + ", but in " + first
                                    + " it is of type " + column.getValue()
                                    + "\nWrite both with the same type");
                }
                widened = true;
            }
        }
        return widened;
    }

    private static long rows(Connection connection, List<Path> files) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT sum(num_rows)::BIGINT FROM parquet_file_metadata(" + FileTable.list(files) + ")")) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
