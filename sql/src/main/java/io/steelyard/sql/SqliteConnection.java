package io.steelyard.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Properties;
import org.sqlite.jdbc4.JDBC4Connection;

/// A connection that keeps its prepared statements: preparing one takes longer than most of ours take to run. A statement
/// that was closed waits here for the next one who prepares the same text.
final class SqliteConnection extends JDBC4Connection {
    private static final int KEPT = 64;

    /// A longer text lists many rows or keys and hardly comes again.
    private static final int LONGEST_TEXT = 4_096;

    /// The statements that nobody uses, the longest unused first.
    private final LinkedHashMap<String, SqliteStatement> unused = new LinkedHashMap<>();

    SqliteConnection(String url, String file, Properties settings) throws SQLException {
        super(url, file, settings);
    }

    /// Makes transactions begin with [#run] and not with the first statement, as xerial's would, which begins the next
    /// one with each commit.
    SqliteConnection withOwnTransactions() {
        getConnectionConfig().setAutoCommit(false);
        return this;
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        checkOpen();
        checkCursor(type, concurrency, holdability);
        SqliteStatement kept = unused.remove(sql);
        return kept == null ? new SqliteStatement(this, sql) : kept.taken();
    }

    /// Runs a statement that has no result.
    void run(String sql) throws SQLException {
        try (PreparedStatement statement = prepareStatement(sql)) {
            statement.execute();
        }
    }

    /// Keeps a statement that was reset.
    ///
    /// @return whether it is kept; otherwise it is to be closed
    boolean keep(SqliteStatement statement, String sql) throws SQLException {
        if (sql.length() > LONGEST_TEXT || unused.putIfAbsent(sql, statement) != null) {
            return false;
        }
        if (unused.size() > KEPT) {
            SqliteStatement oldest = unused.pollFirstEntry().getValue();
            oldest.finish();
        }
        return true;
    }
}
