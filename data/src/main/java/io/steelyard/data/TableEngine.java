package io.steelyard.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Properties;

/// SQL over tables in files and in memory: DuckDB, in this process, with a database of its own that ends with it. Times
/// are UTC.
///
/// One thread at a time: a second thread opens an engine of its own.
public final class TableEngine implements AutoCloseable {
    private final Connection connection;

    private TableEngine(Connection connection) {
        this.connection = connection;
    }

    /// An engine with the usual options.
    ///
    /// @return the engine, to be closed
    public static TableEngine open() {
        return open(TableOptions.defaults());
    }

    /// An engine.
    ///
    /// @param options how much of the machine it may use
    /// @return the engine, to be closed
    public static TableEngine open(TableOptions options) {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", options.memoryMegabytes() + "MiB");
        settings.setProperty("threads", Integer.toString(options.threads()));
        settings.setProperty("temp_directory", options.temporaryFolder().toString());
        settings.setProperty("jdbc_stream_results", "true");
        settings.setProperty("autoinstall_known_extensions", "false");
        try {
            TableEngine engine = new TableEngine(DriverManager.getConnection("jdbc:duckdb:", settings));
            engine.execute("SET TimeZone = 'UTC'");
            return engine;
        } catch (SQLException e) {
            throw unreadable("cannot start the table engine", e);
        }
    }

    /// Makes a Parquet file readable under a name. The file is read when a query needs it.
    ///
    /// @param view the name, which may replace an earlier one
    /// @param file the file
    /// @throws DataException where the file is not there or is no Parquet file
    public void registerParquet(String view, Path file) {
        register(view, file, "read_parquet");
    }

    /// Makes some Parquet files of the same columns readable as one table under a name.
    ///
    /// @param view the name, which may replace an earlier one
    /// @param pattern a file, or a pattern with `*`, `**` or `?`; its matches follow each other in the order of their names
    /// @throws DataException where nothing matches, or a match is no Parquet file
    public void registerParquet(String view, String pattern) {
        if (pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0) {
            registerParquet(view, Path.of(pattern));
            return;
        }
        createView(view, "read_parquet", pattern);
    }

    /// Makes a CSV file with a header line readable under a name; its columns' types are inferred from all of its rows.
    ///
    /// @param view the name, which may replace an earlier one
    /// @param file the file
    /// @throws DataException where the file is not there or is no CSV file
    public void registerCsv(String view, Path file) {
        register(view, file, "read_csv");
    }

    /// Keeps a query's result in memory under a name.
    ///
    /// @param table the name, which may replace an earlier one
    /// @param sql one SELECT
    /// @throws DataException where the query fails
    public void createTable(String table, String sql) {
        execute("CREATE OR REPLACE TABLE " + Sql.name(table) + " AS " + Sql.trimmed(sql));
    }

    /// Keeps a batch in memory under a name.
    ///
    /// @param table the name, which may replace an earlier one
    /// @param batch the rows
    public void createTable(String table, Batch batch) {
        execute("CREATE OR REPLACE TABLE " + Sql.name(table) + " " + Sql.columns(batch.schema()));
        try (BatchAppender appender = BatchAppender.open(connection, table)) {
            appender.append(batch);
        }
    }

    /// The columns of a query's result.
    ///
    /// @param sql one SELECT
    /// @return the schema
    /// @throws DataException where the query is wrong, or a column has a type that no [ColumnType] can hold
    public Schema schema(String sql) {
        return Selection.of(connection, sql).schema();
    }

    /// Runs a query and reads its result piece by piece. The engine can do nothing else until the reader is closed.
    ///
    /// @param sql one SELECT
    /// @return the reader, to be closed
    /// @throws DataException where the query fails
    public BatchReader query(String sql) {
        return BatchReader.open(connection, Selection.of(connection, sql), BatchReader.USUAL_ROWS);
    }

    /// Runs a query and reads its whole result into memory.
    ///
    /// @param sql one SELECT
    /// @return the rows
    /// @throws DataException where the query fails
    public Batch readAll(String sql) {
        try (BatchReader reader = BatchReader.open(connection, Selection.of(connection, sql), Integer.MAX_VALUE)) {
            return reader.hasNext() ? reader.next() : reader.empty();
        }
    }

    /// Runs a query and writes its result to a Parquet file (zstd). The file appears, or is replaced, when all of it is
    /// written.
    ///
    /// @param sql one SELECT
    /// @param target the file; its folder is made where it is not there
    /// @return how many rows were written
    /// @throws DataException where the query or the writing fails
    public long writeParquet(String sql, Path target) {
        try (PendingFile pending = PendingFile.beside(target);
                Statement statement = connection.createStatement()) {
            long rows = statement.executeUpdate("COPY (" + Sql.trimmed(sql) + "\n) TO "
                    + Sql.text(pending.path().toString()) + " (FORMAT parquet, COMPRESSION zstd)");
            pending.complete();
            return rows;
        } catch (SQLException e) {
            throw unreadable("cannot write " + target, e);
        }
    }

    /// Writes batches to a Parquet file one after another.
    ///
    /// @param schema the batches' columns
    /// @param target the file; its folder is made where it is not there
    /// @return the writer, to be closed; the file appears only after [BatchWriter#finish]
    public static BatchWriter parquetWriter(Schema schema, Path target) {
        return BatchWriter.open(schema, target);
    }

    /// Runs a statement that brings no rows.
    ///
    /// @param sql one statement
    /// @throws DataException where it fails
    public void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw unreadable("the statement fails", e);
        }
    }

    /// Ends the engine and everything it held in memory.
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw unreadable("cannot close the table engine", e);
        }
    }

    private void register(String view, Path file, String function) {
        if (!Files.isRegularFile(file)) {
            throw new DataException(DataException.Kind.NOT_FOUND, "there is no file " + file);
        }
        createView(view, function, file.toString());
    }

    private void createView(String view, String function, String files) {
        try {
            execute("CREATE OR REPLACE VIEW " + Sql.name(view) + " AS SELECT * FROM " + function + "("
                    + Sql.text(files) + ")");
        } catch (DataException e) {
            throw new DataException(
                    DataException.Kind.DAMAGED, files + " cannot be read as a table: " + e.getMessage(), e);
        }
    }

    static DataException unreadable(String what, SQLException e) {
        String message = String.valueOf(e.getMessage());
        String reason = message.lines()
                .map(String::strip)
                .filter(line ->
                        !line.isEmpty() && !line.toLowerCase(Locale.ROOT).startsWith("stack trace"))
                .reduce((a, b) -> a + " " + b)
                .orElse(message);
        return new DataException(DataException.Kind.UNREADABLE, what + ": " + reason, e);
    }
}
