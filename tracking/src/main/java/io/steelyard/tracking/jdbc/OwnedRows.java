package io.steelyard.tracking.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import org.jooq.DSLContext;

/// Reads the rows of some owners straight through JDBC: a page of runs has thousands, and jOOQ would take most of the time.
final class OwnedRows {
    /// What is done with each row.
    interface Reading {
        void row(ResultSet row) throws SQLException;
    }

    private OwnedRows() {}

    /// @param select a query up to the column that names the owner, which the owners are asked of
    /// @param owners at least one
    static void read(DSLContext sql, String select, Collection<Long> owners, Reading reading) {
        String query = select + " IN (" + String.join(", ", Collections.nCopies(owners.size(), "?")) + ")";
        sql.connection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(query)) {
                int place = 0;
                for (Long owner : owners) {
                    statement.setLong(++place, owner);
                }
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        reading.row(rows);
                    }
                }
            }
        });
    }
}
