package io.steelyard.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;
import javax.sql.DataSource;

/// Reads, with one plain query, which version a room's tables have: the way past Flyway at every start but the first.
final class SchemaHistory {
    private SchemaHistory() {}

    /// @return the greatest version that was reached; empty where the room has no tables yet
    static OptionalInt version(DataSource source, String historyTable) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return exists(connection, historyTable) ? greatest(connection, historyTable) : OptionalInt.empty();
        }
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        try (ResultSet found = connection.getMetaData().getTables(null, connection.getSchema(), table, null)) {
            return found.next();
        }
    }

    private static OptionalInt greatest(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT version FROM " + table + " WHERE success AND version IS NOT NULL")) {
            int greatest = -1;
            while (rows.next()) {
                greatest = Math.max(greatest, Integer.parseInt(rows.getString(1)));
            }
            return greatest < 1 ? OptionalInt.empty() : OptionalInt.of(greatest);
        }
    }
}
