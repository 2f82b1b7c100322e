package io.steelyard.tracking.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// A search as SQL, before it is decided how to carry it out.
///
/// @param sql the transaction
/// @param table what is searched
/// @param dialect the database
/// @param order what to sort by
/// @param condition what a row must meet
/// @param after the sort values of the row before the page; null: there is none
/// @param limit how many rows at most
/// @param effort how much to look at before deciding
record SearchQuery(
        DSLContext sql,
        SearchTable table,
        SearchDialect dialect,
        OrderSql order,
        SqlText condition,
        @Nullable List<Object> after,
        int limit,
        SearchEffort effort) {
    /// A row that was found.
    ///
    /// @param no its key
    /// @param sorted the values of the sort columns
    record Found(long no, List<Object> sorted) {}

    /// Reads the rows that meet the condition and more, sorts them and gives the first.
    ///
    /// @param from the tables, with the entity's as `r`
    /// @param more what more they must meet
    List<Found> sorted(SqlText from, SqlText more) {
        SqlText where = SqlText.all(condition, more);
        return rows(
                from,
                order.joins(-1),
                after == null ? where : SqlText.all(where, order.after(after)),
                order.orderBy(0));
    }

    /// Reads rows.
    List<Found> rows(SqlText from, SqlText joins, SqlText where, String orderBy) {
        SqlText query = order.selected()
                .inside("SELECT ", " FROM ")
                .then(from)
                .then(joins)
                .then(" WHERE ")
                .then(where)
                .then(" ORDER BY " + orderBy + " LIMIT " + limit);
        return ask(query, rows -> {
            List<Found> found = new ArrayList<>();
            while (rows.next()) {
                found.add(found(rows));
            }
            return found;
        });
    }

    private Found found(ResultSet row) throws SQLException {
        List<Object> sorted = new ArrayList<>();
        for (SortColumn column : order.columns()) {
            int place = sorted.size() + 2;
            sorted.add(
                    switch (column.kind()) {
                        case WHOLE -> (Object) row.getLong(place);
                        case FRACTION -> row.getDouble(place);
                        case TEXT -> row.getString(place);
                    });
        }
        return new Found(row.getLong(1), sorted);
    }

    /// Counts rows, but not beyond a limit.
    ///
    /// @param rows what follows `SELECT 1 FROM`
    int count(SqlText rows, int most) {
        return ask(rows.inside("SELECT count(*) FROM (SELECT 1 FROM ", " LIMIT " + most + ") q"), row -> {
            row.next();
            return row.getInt(1);
        });
    }

    interface Reading<T> {
        T read(ResultSet rows) throws SQLException;
    }

    /// Asks straight through JDBC: jOOQ has nothing to add here, and reads numbers whose type it cannot know as texts.
    <T> T ask(SqlText question, Reading<T> reading) {
        return sql.connectionResult(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(question.text())) {
                int place = 0;
                for (Object value : question.values()) {
                    place++;
                    switch (value) {
                        case Long number -> statement.setLong(place, number);
                        case Double number -> statement.setDouble(place, number);
                        case String text -> statement.setString(place, text);
                        default -> throw new IllegalArgumentException("no value of a search: " + value);
                    }
                }
                try (ResultSet rows = statement.executeQuery()) {
                    return reading.read(rows);
                }
            }
        });
    }
}
