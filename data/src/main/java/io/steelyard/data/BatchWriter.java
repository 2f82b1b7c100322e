package io.steelyard.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// Writes batches to a Parquet file (zstd). The file appears, or is replaced, at [#finish]; a writer that is closed
/// without it
/// leaves nothing behind. Rows wait in a temporary database beside the file, so that any number of them fits. One
/// thread at a time.
public final class BatchWriter implements AutoCloseable {
    private static final String ROWS = "written";

    private final Schema schema;
    private final Path target;
    private final PendingFile spill;
    private final Connection connection;
    private final BatchAppender appender;
    private long rows;

    private BatchWriter(Schema schema, Path target, PendingFile spill, Connection connection) {
        this.schema = schema;
        this.target = target;
        this.spill = spill;
        this.connection = connection;
        this.appender = BatchAppender.open(connection, ROWS);
    }

    static BatchWriter open(Schema schema, Path target) {
        PendingFile spill = PendingFile.beside(target);
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:" + spill.path());
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TimeZone = 'UTC'");
                statement.execute("CREATE TABLE " + Sql.name(ROWS) + " " + Sql.columns(schema));
            }
            return new BatchWriter(schema, target, spill, connection);
        } catch (SQLException e) {
            spill.close();
            throw TableEngine.unreadable("cannot write " + target, e);
        }
    }

    /// Adds rows.
    ///
    /// @param batch rows of exactly the writer's columns
    /// @throws DataException where the columns differ or nothing can be written
    public void write(Batch batch) {
        if (!batch.schema().equals(schema)) {
            throw new DataException(
                    DataException.Kind.WRONG_TYPE,
                    "the rows have the columns " + batch.schema() + ", but the file " + target + " has " + schema);
        }
        appender.append(batch);
        rows += batch.rows();
    }

    /// Puts the file in its place. Nothing can be added afterwards.
    ///
    /// @return how many rows it has
    /// @throws DataException where it cannot be written
    public long finish() {
        appender.close();
        try (PendingFile pending = PendingFile.beside(target);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("COPY " + Sql.name(ROWS) + " TO "
                    + Sql.text(pending.path().toString()) + " (FORMAT parquet, COMPRESSION zstd)");
            pending.complete();
            return rows;
        } catch (SQLException e) {
            throw TableEngine.unreadable("cannot write " + target, e);
        }
    }

    /// Lets go of everything; without [#finish] before, no file appears.
    @Override
    public void close() {
        try {
            connection.close();
            Files.deleteIfExists(Path.of(spill.path() + ".wal"));
        } catch (SQLException e) {
            throw TableEngine.unreadable("cannot close the writer of " + target, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            spill.close();
        }
    }
}
