package io.steelyard.batch;

import io.steelyard.data.Batch;
import io.steelyard.data.TableEngine;
import java.nio.file.Path;
import java.util.List;

/// Parquet files of a test.
///
/// @param engine writes and reads them
/// @param folder where they stand
record TableFiles(TableEngine engine, Path folder) implements AutoCloseable {
    static TableFiles in(Path folder) {
        return new TableFiles(TableEngine.open(), folder);
    }

    void write(String name, String sql) {
        engine.writeParquet(sql, folder.resolve(name));
    }

    /// A file of several row groups of `groupRows` rows.
    void write(String name, String sql, int groupRows) {
        engine.execute("COPY (" + sql + ") TO '" + folder.resolve(name) + "' (FORMAT parquet, ROW_GROUP_SIZE "
                + groupRows + ")");
    }

    Batch read(String name) {
        return query("SELECT * FROM '" + folder.resolve(name) + "'");
    }

    Batch query(String sql) {
        return engine.readAll(sql);
    }

    /// The types of a file's columns in DuckDB's words.
    List<String> types(String name) {
        Batch described = query("SELECT column_type FROM (DESCRIBE FROM '" + folder.resolve(name) + "')");
        return List.of(described.strings("column_type").values());
    }

    @Override
    public void close() {
        engine.close();
    }
}
