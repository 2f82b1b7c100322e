package io.steelyard.sql;

import io.steelyard.sql.DatabaseException.Kind;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What the drivers' error codes mean: the one place that knows them.
final class SqlFailure {
    private static final System.Logger LOGGER = System.getLogger(SqlFailure.class.getName());

    private SqlFailure() {}

    static DatabaseException of(DatabaseUri uri, Throwable failure) {
        SQLException root = root(failure);
        Kind kind = switch (uri) {
            case DatabaseUri.Sqlite sqlite -> root == null ? Kind.UNREACHABLE : sqlite(root.getErrorCode());
            case DatabaseUri.Postgres postgres -> root == null ? Kind.UNREACHABLE : postgres(root.getSQLState());
        };
        String text = root == null ? String.valueOf(failure.getMessage()) : String.valueOf(root.getMessage());
        return new DatabaseException(kind, describe(kind, uri) + ": " + text, failure);
    }

    /// Closes a connection whose work is done; that it will not close is worth a warning and nothing else.
    static void closing(DatabaseUri uri, Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOGGER.log(Level.WARNING, "A connection to the database " + uri + " did not close", e);
        }
    }

    private static String describe(Kind kind, DatabaseUri uri) {
        String database = "The database " + uri;
        return switch (kind) {
            case NEWER -> database + " was written by a newer version";
            case UNREACHABLE -> database + " cannot be opened";
            case READ_ONLY -> database + " cannot be written";
            case FULL -> database + " cannot grow: its disk is full";
            case BUSY -> database + " was held too long by someone else; try again";
            case CONFLICT -> database + " holds something that contradicts this";
            case DAMAGED -> database + " is damaged, or no database";
            case FAILED -> database + " refused a statement";
        };
    }

    /// Result codes of sqlite.org/rescode.html; the low byte is the primary code.
    private static Kind sqlite(int code) {
        return switch (code & 0xff) {
            case 5, 6 -> Kind.BUSY;
            case 8 -> Kind.READ_ONLY;
            case 11, 26 -> Kind.DAMAGED;
            case 13 -> Kind.FULL;
            case 14 -> Kind.UNREACHABLE;
            case 19 -> Kind.CONFLICT;
            default -> Kind.FAILED;
        };
    }

    /// Classes of SQLSTATE, from appendix A of PostgreSQL's manual.
    private static Kind postgres(@Nullable String state) {
        if (state == null || state.length() != 5) {
            return Kind.UNREACHABLE;
        }
        return switch (state) {
            case "40001", "40P01", "55P03" -> Kind.BUSY;
            case "25006" -> Kind.READ_ONLY;
            case "53100" -> Kind.FULL;
            case "XX001", "XX002" -> Kind.DAMAGED;
            default ->
                switch (state.substring(0, 2)) {
                    case "08", "28", "3D", "53", "57" -> Kind.UNREACHABLE;
                    case "23" -> Kind.CONFLICT;
                    default -> Kind.FAILED;
                };
        };
    }

    private static @Nullable SQLException root(Throwable failure) {
        SQLException found = null;
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException e) {
                found = e;
            }
        }
        return found;
    }
}
