package io.steelyard.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// SQL over tables in files and in memory: DuckDB, in this process, with a database in memory that ends with it. The
/// time
/// zone is UTC and cannot be changed; nothing is loaded from the network.
///
/// One thread at a time: a second thread opens an engine of its own. What [#query] and [#parquetWriter] return has its
/// own
/// connection: it can be used by another thread and at the same time. Close it before the engine.
///
/// Results: a query's rows come in its ORDER BY, else in an order that may differ from run to run where it joins or
/// groups. Sums of integers are exact. Sums and means of floating-point numbers depend in their last digits on the
/// order
/// in which the threads add, unless the engine has one thread.
public final class TableEngine implements AutoCloseable {
    private final DuckDBConnection connection;
    private final Map<String, Path> parquetFiles = new ConcurrentSkipListMap<>();
    private @Nullable BatchFunction batches;

    private TableEngine(DuckDBConnection connection) {
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
        // Engines that share a folder would remove each other's files.
        settings.setProperty(
                "temp_directory",
                options.temporaryFolder()
                        .resolve("steelyard-tables-" + UUID.randomUUID())
                        .toString());
        settings.setProperty("jdbc_stream_results", "true");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        try {
            Files.createDirectories(options.temporaryFolder());
            DuckDBConnection connection =
                    DriverManager.getConnection("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class);
            Sql.execute(connection, "SET GLOBAL TimeZone = 'UTC'");
            Sql.execute(connection, "SET lock_configuration = true");
            return new TableEngine(connection);
        } catch (SQLException e) {
            throw Sql.unreadable("cannot start the table engine", e);
        } catch (IOException e) {
            throw new DataException(
                    DataException.Kind.UNREADABLE, "cannot make the folder " + options.temporaryFolder() + ": " + e, e);
        }
    }

    /// Makes a Parquet file readable under a name. Its columns are read now, its rows when a query needs them.
    ///
    /// @param view the name, which may replace an earlier one
    /// @param file the file
    /// @throws DataException of kind [DataException.Kind#NOT_FOUND] where the file is not there, and of kind
    ///     [DataException.Kind#DAMAGED] where it is no Parquet file
    public void registerParquet(String view, Path file) {
        register(view, file, "read_parquet(" + Sql.text(file.toString()) + ")");
        parquetFiles.put(view, file);
    }

    /// Makes a CSV file with a header line readable under a name. Its columns' types are inferred from all of its rows.
    ///
    /// @param view the name, which may replace an earlier one
    /// @param file the file
    /// @throws DataException of kind [DataException.Kind#NOT_FOUND] where the file is not there, and of kind
    ///     [DataException.Kind#DAMAGED] where it is no CSV file
    public void registerCsv(String view, Path file) {
        register(view, file, "read_csv(" + Sql.text(file.toString()) + ", header = true, sample_size = -1)");
        parquetFiles.remove(view);
    }

    /// Keeps a batch in memory, outside Java's heap, under a name. Instants become TIMESTAMP WITH TIME ZONE, missing
    /// values NULL.
    ///
    /// @param table the name, which may replace an earlier one
    /// @param batch the rows, with one column or more
    /// @throws DataException where they do not fit into memory and temporary folder
    public void registerBatch(String table, Batch batch) {
        BatchFunction.Rows rows = new BatchFunction.Rows() {
            private @Nullable Batch next = batch;

            @Override
            public Schema schema() {
                return batch.schema();
            }

            @Override
            public @Nullable Batch next() {
                Batch current = next;
                next = null;
                return current;
            }
        };
        try {
            batches().read(rows, select -> {
                Sql.execute(connection, "CREATE OR REPLACE TABLE " + Sql.name(table) + " AS " + select);
                return rows;
            });
        } catch (SQLException e) {
            throw Sql.unreadable("cannot make the table '" + table + "'", e);
        }
    }

    /// Keeps a query's result in memory, outside Java's heap, under a name.
    ///
    /// @param table the name, which may replace an earlier one
    /// @param sql one SELECT
    /// @throws DataException where the query fails
    public void createTable(String table, String sql) {
        try {
            Sql.execute(connection, "CREATE OR REPLACE TABLE " + Sql.name(table) + " AS FROM " + Sql.subquery(sql));
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// Gives a query a name. It runs whenever the name is read.
    ///
    /// @param view the name, which may replace an earlier one
    /// @param sql one SELECT
    /// @throws DataException where the query is wrong
    public void createView(String view, String sql) {
        try {
            Sql.execute(connection, "CREATE OR REPLACE VIEW " + Sql.name(view) + " AS FROM " + Sql.subquery(sql));
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// The columns of a query's result.
    ///
    /// @param sql one SELECT
    /// @return the schema
    /// @throws DataException where the query is wrong, or a column has a type that no [ColumnType] can hold
    public Schema schema(String sql) {
        try {
            return Selection.of(connection, sql).schema();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// Runs a query and reads its result piece by piece.
    ///
    /// Types: every integer becomes LONG (one beyond 64 bits is an error); FLOAT, DOUBLE and DECIMAL become DOUBLE;
    /// text,
    /// ENUM and UUID become STRING; DATE and every TIMESTAMP become TIMESTAMP, where one without a zone is in UTC and
    /// nanoseconds are rounded. An infinite date or time becomes missing.
    ///
    /// @param sql one SELECT
    /// @return the reader, to be closed
    /// @throws DataException where the query fails; where it fails because of a damaged file, of kind
    ///     [DataException.Kind#DAMAGED] and with the file's name
    public BatchReader query(String sql) {
        return BatchReader.open(this, sql, BatchReader.USUAL_ROWS);
    }

    /// Runs a query and reads its whole result into memory, with the types of [#query].
    ///
    /// @param sql one SELECT
    /// @return the rows
    /// @throws DataException where the query fails
    public Batch readAll(String sql) {
        try (BatchReader reader = BatchReader.open(this, sql, Integer.MAX_VALUE)) {
            return reader.hasNext() ? reader.next() : Batch.empty(reader.schema());
        }
    }

    /// Runs a query and writes its result to a Parquet file (zstd). The file appears, or is replaced, when all of it is
    /// written. Equal rows in equal order give equal bytes.
    ///
    /// @param sql one SELECT
    /// @param target the file; its folder is made where it is not there
    /// @return how many rows were written
    /// @throws DataException where the query or the writing fails
    public long writeParquet(String sql, Path target) {
        try (PendingFile pending = PendingFile.beside(target)) {
            long rows = Sql.copy(connection, sql, pending.path());
            pending.complete();
            return rows;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// Writes batches to one Parquet file, one after another.
    ///
    /// @param schema the batches' columns, at least one
    /// @param target the file; its folder is made where it is not there
    /// @return the writer, to be closed; the file appears with [BatchWriter#finish]
    public BatchWriter parquetWriter(Schema schema, Path target) {
        try {
            return BatchWriter.open(batches(), duplicate(), schema, target);
        } catch (SQLException e) {
            throw Sql.unreadable("cannot write " + target, e);
        }
    }

    /// Ends the engine and everything it held in memory.
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Sql.unreadable("cannot close the table engine", e);
        }
    }

    /// A second connection to the same tables, to be closed.
    Connection duplicate() {
        try {
            return connection.duplicate();
        } catch (SQLException e) {
            throw Sql.unreadable("cannot connect to the table engine", e);
        }
    }

    /// What to tell about a query that failed: which file is damaged, where one is, else DuckDB's reason.
    DataException failure(SQLException cause) {
        if (!Sql.isWritten(cause)) {
            for (Path file : parquetFiles.values()) {
                try (Connection probe = connection.duplicate()) {
                    Sql.execute(
                            probe, "SELECT max(hash(COLUMNS(*))) FROM read_parquet(" + Sql.text(file.toString()) + ")");
                } catch (SQLException damage) {
                    return damaged(file, damage);
                }
            }
        }
        return Sql.unreadable("the query fails", cause);
    }

    private static DataException damaged(Path file, SQLException cause) {
        return new DataException(
                DataException.Kind.DAMAGED, file + " cannot be read as a table: " + Sql.reason(cause), cause);
    }

    private BatchFunction batches() throws SQLException {
        BatchFunction function = batches;
        if (function == null) {
            function = BatchFunction.register(connection);
            batches = function;
        }
        return function;
    }

    private void register(String view, Path file, String table) {
        if (!Files.isRegularFile(file)) {
            throw new DataException(DataException.Kind.NOT_FOUND, "there is no file " + file);
        }
        try {
            Sql.execute(connection, "CREATE OR REPLACE VIEW " + Sql.name(view) + " AS FROM " + table);
        } catch (SQLException e) {
            throw Sql.isWritten(e) ? Sql.unreadable("cannot make the view '" + view + "'", e) : damaged(file, e);
        }
    }
}
