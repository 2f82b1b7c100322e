package io.steelyard.server.imports.jdbc;

import io.steelyard.server.imports.ImportException;
import io.steelyard.sql.DatabaseUri;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads tables of which not all columns need be there: MLflow's versions differ.
final class SqlReader implements AutoCloseable {
    private static final int ROWS_AT_ONCE = 5000;

    private final DatabaseUri uri;
    private final Connection connection;
    private final Set<String> tables = new HashSet<>();

    private SqlReader(DatabaseUri uri, Connection connection) throws SQLException {
        this.uri = uri;
        this.connection = connection;
        try (ResultSet found = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
    }

    static SqlReader open(DatabaseUri uri) {
        try {
            Connection connection = connect(uri);
            try {
                return new SqlReader(uri, connection);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new ImportException("cannot read the database " + uri + ": " + e.getMessage(), e);
        }
    }

    private static Connection connect(DatabaseUri uri) throws SQLException {
        return switch (uri) {
            case DatabaseUri.Sqlite sqlite -> {
                Properties readOnly = new Properties();
                // SQLITE_OPEN_READONLY
                readOnly.setProperty("open_mode", "1");
                yield DriverManager.getConnection("jdbc:sqlite:" + sqlite.file(), readOnly);
            }
            case DatabaseUri.Postgres postgres -> {
                Properties account = new Properties();
                account.putAll(postgres.parameters());
                String user = postgres.user();
                if (user != null) {
                    account.setProperty("user", user);
                }
                String password = postgres.password();
                if (password != null) {
                    account.setProperty("password", password);
                }
                Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://" + postgres.host() + ":" + postgres.port() + "/" + postgres.database(),
                        account);
                connection.setReadOnly(true);
                // Without it the driver would hold all rows of an answer.
                connection.setAutoCommit(false);
                yield connection;
            }
        };
    }

    boolean has(String table) {
        return tables.contains(table);
    }

    void each(String query, List<?> arguments, Consumer<Row> to) {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            for (int i = 0; i < arguments.size(); i++) {
                statement.setObject(i + 1, arguments.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                Map<String, Integer> columns = new HashMap<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    columns.put(rows.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT), i);
                }
                while (rows.next()) {
                    to.accept(new Row(columns, rows));
                }
            }
        } catch (SQLException e) {
            throw new ImportException("cannot read the database " + uri + " (" + query + "): " + e.getMessage(), e);
        }
    }

    /// Two columns of texts as keys and values.
    Map<String, String> pairs(String query, Object argument) {
        Map<String, String> pairs = new HashMap<>();
        each(query, List.of(argument), row -> pairs.put(row.text(1), row.text(2)));
        return pairs;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new ImportException("cannot close the database " + uri + ": " + e.getMessage(), e);
        }
    }

    /// The row that is read now. A column that is not there is as one that is NULL.
    static final class Row {
        private final Map<String, Integer> columns;
        private final ResultSet rows;

        private Row(Map<String, Integer> columns, ResultSet rows) {
            this.columns = columns;
            this.rows = rows;
        }

        private @Nullable Object value(String column) {
            Integer index = columns.get(column);
            try {
                return index == null ? null : rows.getObject(index);
            } catch (SQLException e) {
                throw new ImportException("the column " + column + " cannot be read: " + e.getMessage(), e);
            }
        }

        String text(int index) {
            try {
                String text = rows.getString(index);
                return text == null ? "" : text;
            } catch (SQLException e) {
                throw new ImportException("column " + index + " cannot be read: " + e.getMessage(), e);
            }
        }

        @Nullable
        String textOrNull(String column) {
            Object value = value(column);
            return value == null ? null : value.toString();
        }

        /// A text; empty: NULL.
        String text(String column) {
            String text = textOrNull(column);
            return text == null ? "" : text;
        }

        @Nullable
        Long numberOrNull(String column) {
            return value(column) instanceof Number number ? Long.valueOf(number.longValue()) : null;
        }

        /// A whole number; 0: NULL.
        long number(String column) {
            return value(column) instanceof Number number ? number.longValue() : 0;
        }

        double real(String column) {
            return value(column) instanceof Number number ? number.doubleValue() : Double.NaN;
        }

        boolean flag(String column) {
            Object value = value(column);
            return Boolean.TRUE.equals(value) || (value instanceof Number number && number.intValue() != 0);
        }
    }
}
