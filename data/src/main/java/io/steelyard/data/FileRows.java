package io.steelyard.data;

import java.util.List;

/// Rows of Parquet files: all of some files of the same columns, one after another, or a stretch of a single one.
///
/// @param files the files, at least one
/// @param from the first row, from 0; 0 where there are more files than one
/// @param rows how many rows there are, at least 1
public record FileRows(List<ParquetFile> files, long from, long rows) {
    public FileRows {
        files = List.copyOf(files);
        if (files.isEmpty() || from < 0 || rows < 1 || (files.size() > 1 && from != 0)) {
            throw new IllegalArgumentException(
                    rows + " rows from row " + from + " on of " + files.size() + " files cannot be meant");
        }
    }

    /// What a message calls them.
    String words() {
        String first = files.getFirst().path().toString();
        return files.size() == 1
                ? "rows " + from + " to " + (from + rows - 1) + " of " + first
                : "the files from " + first + " to " + files.getLast().path();
    }

    /// The table function that reads them, with what comes after it.
    String sql() {
        StringBuilder paths = new StringBuilder();
        for (ParquetFile file : files) {
            paths.append(paths.isEmpty() ? "[" : ", ")
                    .append(Sql.text(file.path().toString()));
        }
        String all = "read_parquet(" + paths + "], hive_partitioning = false";
        if (files.size() == 1 && (from > 0 || rows < files.getFirst().rows())) {
            return all + ", file_row_number = true) WHERE file_row_number BETWEEN " + from + " AND "
                    + (from + rows - 1);
        }
        return all + ")";
    }
}
