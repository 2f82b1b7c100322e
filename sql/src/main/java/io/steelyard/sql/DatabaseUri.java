package io.steelyard.sql;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a database is, in the spelling of MLflow's `--backend-store-uri` (SQLAlchemy's):
///
/// - `sqlite:///steelyard.db`: a file, relative to the working folder; `sqlite:////var/lib/steelyard.db`: an absolute
///   path
/// - `postgresql://user:password@host:5432/database?sslmode=require`: a server; `postgres://` and
///   `postgresql+psycopg2://` mean the same; what follows `?` goes to the PostgreSQL driver as it stands
public sealed interface DatabaseUri {
    /// Reads one of the forms above.
    ///
    /// @param uri the text
    /// @return what it names
    /// @throws IllegalArgumentException for any other form; the message says which are known and holds no password
    static DatabaseUri parse(String uri) {
        int colon = uri.indexOf("://");
        String scheme = colon < 0 ? "" : uri.substring(0, colon);
        String rest = colon < 0 ? "" : uri.substring(colon + 3);
        int driver = scheme.indexOf('+');
        return switch (driver < 0 ? scheme : scheme.substring(0, driver)) {
            case "sqlite" -> sqlite(uri, rest);
            case "postgresql", "postgres" -> Postgres.parse(rest);
            case String other ->
                throw new IllegalArgumentException("a database URI begins with sqlite:/// or postgresql://"
                        + (other.isEmpty() ? "; this one has no scheme: " + uri : ", not with " + other + "://"));
        };
    }

    /// Names a SQLite file.
    ///
    /// @param file the file; it need not exist
    /// @return its URI
    static DatabaseUri sqlite(Path file) {
        return new Sqlite(file);
    }

    private static DatabaseUri sqlite(String uri, String rest) {
        if (!rest.startsWith("/") || rest.length() == 1 || rest.contains("?") || rest.equals("/:memory:")) {
            throw new IllegalArgumentException("a SQLite database is a file, written sqlite:///relative/path.db or"
                    + " sqlite:////absolute/path.db without parameters, not " + uri);
        }
        try {
            return new Sqlite(Path.of(rest.substring(1)));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("the path in " + uri + " is none: " + e.getReason(), e);
        }
    }

    /// One file.
    ///
    /// @param file where it is
    record Sqlite(Path file) implements DatabaseUri {
        @Override
        public String toString() {
            return "sqlite:///" + file;
        }
    }

    /// A server.
    ///
    /// @param host its name or address
    /// @param port its port
    /// @param database the database's name
    /// @param user who connects; null: who the driver finds (the system's user)
    /// @param password the password; null: what the driver finds (`~/.pgpass`)
    /// @param parameters the driver's parameters
    record Postgres(
            String host,
            int port,
            String database,
            @Nullable String user,
            @Nullable String password,
            Map<String, String> parameters)
            implements DatabaseUri {
        private static final int DEFAULT_PORT = 5432;

        public Postgres {
            parameters = Map.copyOf(parameters);
        }

        private static Postgres parse(String rest) {
            int question = rest.indexOf('?');
            String main = question < 0 ? rest : rest.substring(0, question);
            int slash = main.indexOf('/', Math.max(0, main.lastIndexOf('@')));
            if (slash < 0 || slash == main.length() - 1) {
                throw new IllegalArgumentException(
                        "a PostgreSQL URI names a database: postgresql://user:password@host:5432/database");
            }
            String authority = main.substring(0, slash);
            int at = authority.lastIndexOf('@');
            String address = authority.substring(at + 1);
            String[] account =
                    at < 0 ? new String[0] : authority.substring(0, at).split(":", 2);
            int portColon = address.lastIndexOf(':') > address.lastIndexOf(']') ? address.lastIndexOf(':') : -1;
            String host = portColon < 0 ? address : address.substring(0, portColon);
            return new Postgres(
                    host.isEmpty() ? "localhost" : host,
                    portColon < 0 ? DEFAULT_PORT : port(address.substring(portColon + 1)),
                    decode(main.substring(slash + 1)),
                    account.length > 0 ? decode(account[0]) : null,
                    account.length > 1 ? decode(account[1]) : null,
                    question < 0 ? Map.of() : parameters(rest.substring(question + 1)));
        }

        private static int port(String text) {
            try {
                int port = Integer.parseInt(text);
                if (port > 0 && port < 65_536) {
                    return port;
                }
            } catch (NumberFormatException e) {
                // Answered below, as any other text that is no port.
            }
            throw new IllegalArgumentException(
                    "the port of a PostgreSQL URI is a number from 1 to 65535, not '" + text + "'");
        }

        private static Map<String, String> parameters(String query) {
            Map<String, String> parameters = new LinkedHashMap<>();
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
                }
            }
            return parameters;
        }

        private static String decode(String text) {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        }

        /// The address without the account.
        @Override
        public String toString() {
            return "postgresql://" + host + ":" + port + "/" + database;
        }
    }
}
