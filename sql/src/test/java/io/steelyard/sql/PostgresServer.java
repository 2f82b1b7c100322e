package io.steelyard.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// A PostgreSQL server for tests: on a free port of this machine, with its data in a temporary folder. It starts with
/// the first [#newDatabase] of a JVM and ends with the JVM, however that ends. A test that uses it says
/// `@EnabledIfSystemProperty(named = PostgresServer.TOOL, matches = ".+", disabledReason = "needs PostgreSQL")`.
public final class PostgresServer {
    /// The system property with the path of the program `postgres`.
    public static final String TOOL = "steelyard.tool.postgres";

    private static final String USER = "steelyard";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Stops the server when the JVM's end of the pipe closes, and removes the folder.
    private static final String UNTIL_THE_JVM_ENDS = """
            folder=$1 port=$2
            postgres -D "$folder/data" -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
              -c fsync=off -c max_connections=200 >"$folder/log" 2>&1 &
            server=$!
            cat >/dev/null
            kill -QUIT "$server"
            wait "$server"
            rm -rf "$folder"
            """;

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final Path programs;
    private final Path folder;
    private final List<String> asUser;
    private final int port;

    private PostgresServer() throws IOException, InterruptedException {
        Path program = Path.of(System.getProperty(TOOL, "postgres")).toRealPath();
        programs = program.resolveSibling("");
        folder = Files.createTempDirectory("steelyard-postgres");
        asUser = leaveRoot(folder);
        port = freePort();
        initialise();
        command("sh", "-c", UNTIL_THE_JVM_ENDS, "sh", folder.toString(), Integer.toString(port))
                .start();
        awaitAnswer();
    }

    private static final class Running {
        static final PostgresServer SERVER = start();

        private static PostgresServer start() {
            try {
                return new PostgresServer();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while PostgreSQL started", e);
            }
        }
    }

    /// Makes an empty database.
    ///
    /// @return where it is
    public static DatabaseUri newDatabase() {
        String name = "test" + DATABASES.incrementAndGet();
        PostgresServer server = Running.SERVER;
        try (Connection connection = server.connect();
                Statement create = connection.createStatement()) {
            create.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused to make the database " + name, e);
        }
        return new DatabaseUri.Postgres("127.0.0.1", server.port, name, USER, "", Map.of());
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, "");
    }

    /// PostgreSQL refuses to run as root.
    private static List<String> leaveRoot(Path folder) throws IOException {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        for (String name : List.of("postgres", "nobody")) {
            try {
                UserPrincipal user =
                        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
                Files.setOwner(folder, user);
                return List.of("setpriv", "--reuid=" + name, "--clear-groups", "--no-new-privs");
            } catch (UserPrincipalNotFoundException e) {
                // The next one.
            }
        }
        throw new IOException("PostgreSQL does not run as root, and there is neither a user postgres nor nobody");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void initialise() throws IOException, InterruptedException {
        Path log = Files.createTempFile("steelyard-initdb", ".log");
        int exit = command(
                        "initdb",
                        "-D",
                        folder.resolve("data").toString(),
                        "-U",
                        USER,
                        "-A",
                        "trust",
                        "-E",
                        "UTF8",
                        "--locale=C",
                        "--no-sync")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        String said = Files.readString(log);
        Files.delete(log);
        if (exit != 0) {
            throw new IOException("initdb failed: " + said);
        }
    }

    private ProcessBuilder command(String... words) {
        List<String> all = new ArrayList<>(asUser);
        all.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(all).directory(folder.toFile());
        builder.environment().merge("PATH", programs.toString(), (path, ours) -> ours + ":" + path);
        return builder;
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                connect().close();
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > end) {
                    throw new IOException("PostgreSQL does not answer: " + e.getMessage(), e);
                }
                Thread.sleep(Duration.ofMillis(50));
            }
        }
    }
}
