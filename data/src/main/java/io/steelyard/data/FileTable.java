package io.steelyard.data;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/// A table that lies in files.
sealed interface FileTable permits CsvTable, ParquetTable {
    /// The files, in the order of their rows.
    List<Path> files();

    /// The number of rows.
    long rows();

    /// The table function that reads it.
    String sql();

    /// What a failure while the files were read tells about them.
    ///
    /// @param failure DuckDB's
    DataException explain(SQLException failure);

    /// A list of files as SQL.
    static String list(List<Path> files) {
        return files.stream().map(file -> Sql.text(file.toString())).toList().toString();
    }

    /// The files as a message names them.
    static String named(List<Path> files) {
        return files.size() == 1
                ? files.getFirst().toString()
                : files.getFirst() + " and " + (files.size() - 1) + " more";
    }
}
