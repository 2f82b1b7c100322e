package io.steelyard.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentSkipListMap;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// SQL over tables in files and in memory: DuckDB, in this process, with a database in memory that ends with it. The time
/// zone is UTC and cannot be changed; nothing is loaded from the network.
///
/// One thread at a time: a second thread opens an engine of its own. What [#query] returns has a connection of its own: it
/// can be used by another thread and while the engine does something else. Close it before the engine.
///
/// Results: rows come in the order of ORDER BY, else in one that may differ from run to run where the query joins or
/// groups. Sums of integers are exact. Sums and means of floating-point numbers depend in their last digits on the order
/// in which threads add, unless the engine has one thread.
public final class TableEngine implements AutoCloseable {
    private final DuckDBConnection connection;
    private final int threads;
    private final Map<String, Registered> registered = new ConcurrentSkipListMap<>();
    private @Nullable BatchFunction batches;

    /// Files under a name, and the view's text, by which is known whether the name is still theirs.
    private record Registered(FileTable files, String definition) {}

    private TableEngine(DuckDBConnection connection, int threads) {
        this.connection = connection;
        this.threads = threads;
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
    /// @throws DataException where the temporary folder cannot be made
    public static TableEngine open(TableOptions options) {
        try {
            return new TableEngine(connect(options), options.threads());
        } catch (SQLException e) {
            throw Sql.unreadable("cannot start the table engine", e);
        }
    }

    /// A connection to a database of its own, to be closed.
    static DuckDBConnection connect(TableOptions options) throws SQLException {
        try {
            Files.createDirectories(options.temporaryFolder());
        } catch (IOException e) {
            throw new DataException(
                    DataException.Kind.UNREADABLE, "cannot make the folder " + options.temporaryFolder() + ": " + e, e);
        }
        Properties settings = new Properties();
        settings.setProperty("memory_limit", options.memoryMegabytes() + "MiB");
        settings.setProperty("threads", Integer.toString(options.threads()));
        settings.setProperty("temp_directory", options.temporaryFolder().toString());
        settings.setProperty("jdbc_stream_results", "true");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        DuckDBConnection connection =
                DriverManager.getConnection("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class);
        Sql.execute(connection, "SET GLOBAL TimeZone = 'UTC'");
        Sql.execute(connection, "SET lock_configuration = true");
        return connection;
    }

    /// Makes a Parquet file readable under a name. Its columns are read now, its rows when a query needs them.
    ///
    /// @param view the name, which may replace an earlier one
    /// @param file the file
    /// @throws DataException of kind [DataException.Kind#NOT_FOUND] where the file is not there, of kind
    ///     [DataException.Kind#DAMAGED] where it is no Parquet file or was cut short, of kind
    ///     [DataException.Kind#MALFORMED] where two of its columns have the same name, letter case aside
    public void registerParquet(String view, Path file) {
        requireFile(file);
        register(view, ParquetTable.of(connection, List.of(file)));
    }

    /// Makes Parquet files of the same columns readable as one table under a name.
    ///
    /// Columns are matched by name. Where a number's type differs between files, the wider one counts for all.
    ///
    /// @param view the name, which may replace an earlier one
    /// @param place a file, a folder or a pattern, see [TableFiles#of]; the files follow each other in the order of
    ///     their names
    /// @throws DataException as [#registerParquet(String, Path)] does, and of kind [DataException.Kind#MALFORMED] where
    ///     the columns of two files differ
    public void registerParquet(String view, String place) {
        register(view, ParquetTable.of(connection, TableFiles.of(place, TableFiles.Kind.PARQUET)));
    }

    /// Makes a CSV file in the usual format readable under a name: a header line, commas, types found out.
    ///
    /// @param view the name, which may replace an earlier one
    /// @param file the file
    /// @throws DataException as [#registerCsv(String, String, CsvFormat)] does
    public void registerCsv(String view, Path file) {
        requireFile(file);
        register(view, CsvTable.of(List.of(file), CsvFormat.standard(), threads));
    }

    /// Makes CSV files of the same header readable as one table under a name. They are looked through now, to the last
    /// byte, and read when a query needs their rows. A file whose name ends with `.gz` is unpacked on the way.
    ///
    /// @param view the name, which may replace an earlier one
    /// @param place a file, a folder or a pattern, see [TableFiles#of]; the files follow each other in the order of
    ///     their names
    /// @param format how they are written
    /// @throws DataException of kind [DataException.Kind#NOT_FOUND] where there is no file, of kind
    ///     [DataException.Kind#MALFORMED], with file and line, where one is not written so or a column's values are of
    ///     different types, of kind [DataException.Kind#EMPTY] where there is no row, of kind
    ///     [DataException.Kind#MISSING_COLUMN] where a column with a declared type is not there
    public void registerCsv(String view, String place, CsvFormat format) {
        register(view, CsvTable.of(TableFiles.of(place, TableFiles.Kind.CSV), format, threads));
    }

    /// Makes the files of a table readable under a name.
    ///
    /// @param view the name, which may replace an earlier one
    /// @param files the files, see [TableFiles#of(List)]
    /// @param format how they are written, where they are CSV
    /// @throws DataException as [#registerParquet(String, String)] and [#registerCsv(String, String, CsvFormat)] do
    public void register(String view, TableFiles files, CsvFormat format) {
        register(
                view,
                switch (files.kind()) {
                    case PARQUET -> ParquetTable.of(connection, files.files());
                    case CSV -> CsvTable.of(files.files(), format, threads);
                });
    }

    /// How many rows a table has. Of files that were registered it is known; else it is counted.
    ///
    /// @param table the name of a table or of registered files
    /// @return the number of rows
    /// @throws DataException where there is no such table
    public long rows(String table) {
        Optional<FileTable> files = files(table);
        if (files.isPresent()) {
            return files.get().rows();
        }
        Batch counted = readAll("SELECT count(*) AS n FROM " + Sql.name(table));
        return ((LongColumn) counted.column("n")).values()[0];
    }

    /// Keeps a query's result in memory, outside Java's heap, under a name.
    ///
    /// @param table the name, which may replace an earlier one
    /// @param sql one SELECT
    /// @throws DataException where the query fails
    public void createTable(String table, String sql) {
        execute("CREATE OR REPLACE TABLE " + Sql.name(table) + " AS FROM " + Sql.subquery(sql));
    }

    /// Keeps a batch in memory, outside Java's heap, under a name. Instants become TIMESTAMP WITH TIME ZONE, missing
    /// values NULL.
    ///
    /// @param table the name, which may replace an earlier one
    /// @param batch the rows, with one column or more
    /// @throws DataException where they do not fit into memory and temporary folder
    public void createTable(String table, Batch batch) {
        try {
            BatchFunction function = batches;
            if (function == null) {
                function = BatchFunction.register(connection);
                batches = function;
            }
            function.read(BatchFunction.Rows.of(batch), select -> {
                Sql.execute(connection, "CREATE OR REPLACE TABLE " + Sql.name(table) + " AS " + select);
                return table;
            });
        } catch (SQLException e) {
            throw Sql.unreadable("cannot make the table '" + table + "'", e);
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

    /// Runs a query and reads its result piece by piece, while it is computed.
    ///
    /// Types: every integer becomes LONG (one beyond 64 bits is an error); FLOAT, DOUBLE and DECIMAL become DOUBLE; text,
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
            return reader.hasNext() ? reader.next() : reader.empty();
        }
    }

    /// Reads columns of a table into a matrix, which is made once, at its size: nothing else is held but a batch.
    ///
    /// @param table the name of a table, a view or registered files
    /// @param columns the columns, at least one, all numeric
    /// @return the matrix; an integer beyond 2^24 is rounded, true is 1, missing is NaN
    /// @throws DataException where a column is not there or is not numeric (of a CSV file, with the line of the first
    ///     value that is no number), or the matrix is larger than an array can be
    public FloatMatrix readMatrix(String table, List<String> columns) {
        FloatMatrixBuilder matrix = new FloatMatrixBuilder(columns, rows(table));
        try (BatchReader reader = MatrixRead.open(this, table, columns)) {
            reader.forEachRemaining(matrix::add);
        }
        return matrix.build();
    }

    /// Reads rows to learn from, as [#readMatrix] does, with their labels.
    ///
    /// @param table the name of a table, a view or registered files
    /// @param columns which columns
    /// @return the rows
    /// @throws DataException as [#readMatrix] does; of kind [DataException.Kind#MALFORMED], with its row, where a label or
    ///     weight is missing; of kind [DataException.Kind#EMPTY] where there are no rows
    public LabelledRows readLabelled(String table, LabelledColumns columns) {
        return LabelledRows.read(this, table, columns);
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

    /// Writes batches to a Parquet file one after another.
    ///
    /// @param schema the batches' columns, at least one
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
        try {
            Sql.execute(connection, sql);
        } catch (SQLException e) {
            throw failure(e);
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

    /// What to tell about a statement that failed: which file is damaged, where one is, else DuckDB's reason.
    DataException failure(SQLException cause) {
        if (String.valueOf(cause.getMessage()).contains("CSV Error")) {
            for (Registered known : registered.values()) {
                if (known.files() instanceof CsvTable csv && csv.isNamedBy(cause)) {
                    return csv.explain(cause);
                }
            }
        }
        if (!Sql.isWritten(cause)) {
            for (Registered known : registered.values()) {
                if (known.files() instanceof ParquetTable parquet) {
                    try (Connection probe = connection.duplicate()) {
                        Sql.execute(probe, "SELECT max(hash(COLUMNS(*))) FROM " + parquet.sql());
                    } catch (SQLException damage) {
                        return parquet.explain(damage);
                    }
                }
            }
        }
        return Sql.unreadable("the query fails", cause);
    }

    /// The files of a registered name, if it is one and no statement gave the name to something else.
    Optional<FileTable> files(String view) {
        return Optional.ofNullable(registered.get(view))
                .filter(known -> known.definition().equals(definition(view)))
                .map(Registered::files);
    }

    private String definition(String view) {
        Batch sql = readAll("SELECT sql FROM duckdb_views() WHERE NOT internal AND view_name = " + Sql.text(view));
        return sql.rows() == 0 ? "" : String.valueOf(sql.strings("sql").values()[0]);
    }

    private static void requireFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new DataException(DataException.Kind.NOT_FOUND, "there is no file " + file);
        }
    }

    private void register(String view, FileTable files) {
        try {
            Sql.execute(connection, "CREATE OR REPLACE VIEW " + Sql.name(view) + " AS FROM " + files.sql());
            registered.put(view, new Registered(files, definition(view)));
        } catch (SQLException e) {
            throw Sql.isWritten(e) ? Sql.unreadable("cannot make the view '" + view + "'", e) : files.explain(e);
        }
    }
}
