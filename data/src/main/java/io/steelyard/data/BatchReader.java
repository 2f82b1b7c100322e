package io.steelyard.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;

/// Reads a query's result batch by batch. One thread at a time.
public final class BatchReader implements Iterator<Batch>, AutoCloseable {
    /// How many rows a batch has at least, but for the last one.
    static final int USUAL_ROWS = 65_536;

    private final Schema schema;
    private final int rows;
    private final DuckDBPreparedStatement statement;
    private final DuckDBChunkedResult result;
    private boolean more;

    private BatchReader(Schema schema, int rows, DuckDBPreparedStatement statement, DuckDBChunkedResult result) {
        this.schema = schema;
        this.rows = rows;
        this.statement = statement;
        this.result = result;
        this.more = result.nextChunk();
    }

    static BatchReader open(Connection connection, Selection selection, int rows) {
        try {
            DuckDBPreparedStatement statement =
                    connection.prepareStatement(selection.sql()).unwrap(DuckDBPreparedStatement.class);
            try {
                return new BatchReader(selection.schema(), rows, statement, statement.query());
            } catch (SQLException | RuntimeException e) {
                statement.close();
                throw e;
            }
        } catch (SQLException e) {
            throw TableEngine.unreadable("the query fails", e);
        }
    }

    /// The result's columns.
    ///
    /// @return the schema of every batch
    public Schema schema() {
        return schema;
    }

    /// A batch of the result's columns without rows.
    ///
    /// @return the batch
    Batch empty() {
        return build(columns(0));
    }

    @Override
    public boolean hasNext() {
        return more;
    }

    /// The next rows.
    ///
    /// @return a batch of at least one row
    /// @throws DataException where the query fails on the way
    @Override
    public Batch next() {
        if (!more) {
            throw new NoSuchElementException("the result has no more rows");
        }
        List<ColumnBuilder> columns = columns(Math.min(rows, USUAL_ROWS));
        int read = 0;
        while (more && read < rows) {
            DuckDBDataChunkReader chunk = result.chunk();
            int count = Math.toIntExact(chunk.rowCount());
            for (int i = 0; i < columns.size(); i++) {
                columns.get(i).append(chunk.vector(i), count);
            }
            read += count;
            more = result.nextChunk();
        }
        return build(columns);
    }

    /// Lets go of the result, read to its end or not.
    @Override
    public void close() {
        try {
            result.close();
            statement.close();
        } catch (SQLException e) {
            throw TableEngine.unreadable("cannot close the query", e);
        }
    }

    private List<ColumnBuilder> columns(int capacity) {
        return schema.fields().stream()
                .map(field -> ColumnBuilder.of(field.type(), capacity))
                .toList();
    }

    private Batch build(List<ColumnBuilder> columns) {
        return new Batch(schema, columns.stream().map(ColumnBuilder::build).toList());
    }
}
