package io.steelyard.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Adds batches to a table of the engine.
final class BatchAppender implements AutoCloseable {
    private final DuckDBAppender appender;

    private BatchAppender(DuckDBAppender appender) {
        this.appender = appender;
    }

    static BatchAppender open(Connection connection, String table) {
        try {
            return new BatchAppender(connection.unwrap(DuckDBConnection.class).createAppender("main", table));
        } catch (SQLException e) {
            throw TableEngine.unreadable("cannot write to the table '" + table + "'", e);
        }
    }

    void append(Batch batch) {
        List<Column> columns = batch.columns();
        try {
            for (int row = 0; row < batch.rows(); row++) {
                appender.beginRow();
                for (Column column : columns) {
                    append(column, row);
                }
                appender.endRow();
            }
        } catch (SQLException e) {
            throw TableEngine.unreadable("cannot write the rows", e);
        }
    }

    @Override
    public void close() {
        try {
            appender.close();
        } catch (SQLException e) {
            throw TableEngine.unreadable("cannot write the rows", e);
        }
    }

    private void append(Column column, int row) throws SQLException {
        if (column.isMissing(row)) {
            appender.appendNull();
            return;
        }
        switch (column) {
            case DoubleColumn c -> appender.append(c.values()[row]);
            case LongColumn c -> appender.append(c.values()[row]);
            case BooleanColumn c -> appender.append(c.values()[row]);
            case StringColumn c -> appender.append(c.values()[row]);
            case TimestampColumn c -> appender.appendEpochMicros(c.values()[row]);
        }
    }
}
