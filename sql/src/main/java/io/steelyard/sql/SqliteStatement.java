package io.steelyard.sql;

import java.sql.SQLException;
import org.sqlite.core.DB;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/// A prepared statement that its connection keeps when it is closed.
final class SqliteStatement extends JDBC4PreparedStatement {
    private final SqliteConnection connection;
    private final String text;
    private boolean taken = true;

    SqliteStatement(SqliteConnection connection, String text) throws SQLException {
        super(connection, text);
        this.connection = connection;
        this.text = text;
    }

    SqliteStatement taken() {
        taken = true;
        return this;
    }

    @Override
    public void close() throws SQLException {
        if (!taken) {
            return;
        }
        taken = false;
        if (pointer.isClosed() || connection.isClosed()) {
            super.close();
            return;
        }
        clearGeneratedKeys();
        rs.close();
        clearBatch();
        pointer.safeRunInt(DB::reset);
        clearParameters();
        resultsWaiting = false;
        if (!connection.keep(this, text)) {
            finish();
        }
    }

    /// Closes it for good.
    void finish() throws SQLException {
        super.close();
    }

    @Override
    public boolean isClosed() {
        return !taken || super.isClosed();
    }
}
