package io.steelyard.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;

/// Reads a query's result batch by batch, while the engine computes it. A reader has a connection of its own: its
/// engine can
/// be used meanwhile, and the reader can be handed to another thread. One thread at a time.
public final class BatchReader implements Iterator<Batch>, AutoCloseable {
    /// How many rows a batch has at least, but for the last one.
    static final int USUAL_ROWS = 65_536;

    private final TableEngine engine;
    private final Connection connection;
    private final Selection selection;
    private final int rows;
    private final DuckDBPreparedStatement statement;
    private final DuckDBChunkedResult result;
    private boolean more;

    /// @param connection taken over: closed with the reader
    private BatchReader(TableEngine engine, Connection connection, Selection selection, int rows) throws SQLException {
        this.engine = engine;
        this.connection = connection;
        this.selection = selection;
        this.rows = rows;
        // A transaction, because it alone tells afterwards whether the result was read to its end or broke off.
        connection.setAutoCommit(false);
        statement = connection.prepareStatement(selection.sql()).unwrap(DuckDBPreparedStatement.class);
        result = statement.query();
        advance();
    }

    static BatchReader open(TableEngine engine, String sql, int rows) {
        Connection connection = engine.duplicate();
        try {
            return new BatchReader(engine, connection, Selection.of(connection, sql), rows);
        } catch (SQLException e) {
            DataException failure = engine.failure(e);
            close(connection, failure);
            throw failure;
        } catch (DataException e) {
            close(connection, e);
            throw e;
        }
    }

    /// The result's columns.
    ///
    /// @return the schema of every batch
    public Schema schema() {
        return selection.schema();
    }

    /// A batch of the result's columns without rows.
    Batch empty() {
        return build(columns(0));
    }

    @Override
    public boolean hasNext() {
        return more;
    }

    /// The next rows.
    ///
    /// @return a batch of at least one row: about 65,000 of them, but for the last batch
    /// @throws DataException of kind [DataException.Kind#UNREADABLE] where the query fails on the way, and of kind
    ///     [DataException.Kind#DAMAGED] where it fails because of a damaged file
    @Override
    public Batch next() {
        if (!more) {
            throw new NoSuchElementException("the result has no more rows");
        }
        List<ColumnBuilder> columns = columns(Math.min(rows, USUAL_ROWS));
        int read = 0;
        try {
            while (more && read < rows) {
                DuckDBDataChunkReader chunk = result.chunk();
                int count = Math.toIntExact(chunk.rowCount());
                for (int i = 0; i < columns.size(); i++) {
                    columns.get(i).append(chunk.vector(i), count);
                }
                read += count;
                advance();
            }
        } catch (SQLException e) {
            throw engine.failure(e);
        }
        return build(columns);
    }

    /// Lets go of the result, read to its end or not.
    @Override
    public void close() {
        try (connection) {
            result.close();
            statement.close();
        } catch (SQLException e) {
            throw Sql.unreadable("cannot close the query", e);
        }
    }

    /// DuckDB ends a result that fails on the way like one that is complete. The transaction knows which it was: after
    /// a
    /// failure it takes no further statement.
    private void advance() throws SQLException {
        more = result.nextChunk();
        if (!more) {
            try {
                Sql.execute(connection, "SELECT 1");
            } catch (SQLException aborted) {
                connection.rollback();
                throw cause(aborted);
            }
        }
    }

    /// Runs the query again, in the one way that tells why it fails.
    private SQLException cause(SQLException aborted) {
        try (Statement again = connection.createStatement();
                ResultSet rowByRow = again.executeQuery(selection.sql())) {
            boolean row = true;
            while (row) {
                row = rowByRow.next();
            }
            return aborted;
        } catch (SQLException cause) {
            return cause;
        }
    }

    private static void close(Connection connection, DataException failure) {
        try {
            connection.close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private List<ColumnBuilder> columns(int capacity) {
        return schema().fields().stream()
                .map(field -> ColumnBuilder.of(field.type(), capacity))
                .toList();
    }

    private Batch build(List<ColumnBuilder> columns) {
        return new Batch(schema(), columns.stream().map(ColumnBuilder::build).toList());
    }
}
