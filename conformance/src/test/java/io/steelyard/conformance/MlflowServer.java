package io.steelyard.conformance;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// MLflow's own server, on SQLite and on a free port of this machine.
final class MlflowServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final URI uri;
    private final Path log;

    private MlflowServer(Process process, URI uri, Path log) {
        this.process = process;
        this.uri = uri;
        this.log = log;
    }

    /// Starts a server; it answers once [#await] has returned.
    static MlflowServer start(Path python, Path folder) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path log = folder.resolve("server.log");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        python.toString(),
                        "-m",
                        "mlflow",
                        "server",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--backend-store-uri",
                        "sqlite:///" + folder.resolve("mlflow.db"),
                        "--artifacts-destination",
                        folder.resolve("artifacts").toString(),
                        "--workers",
                        "1"))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("MLFLOW_SERVER_ENABLE_JOB_EXECUTION", "false");
        builder.environment().put("MLFLOW_DISABLE_TELEMETRY", "true");
        return new MlflowServer(builder.start(), URI.create("http://127.0.0.1:" + port), log);
    }

    URI uri() {
        return uri;
    }

    void await() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest health = HttpRequest.newBuilder(uri.resolve("/health")).build();
            while (true) {
                if (!process.isAlive() || Instant.now().isAfter(end)) {
                    throw new IllegalStateException("MLflow's server does not answer:\n" + Files.readString(log));
                }
                try {
                    if (client.send(health, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (ConnectException e) {
                    Thread.sleep(100); // not yet
                }
            }
        }
    }

    /// Ends the server and its workers.
    @Override
    public void close() {
        try (Stream<ProcessHandle> workers = process.descendants()) {
            workers.toList().forEach(ProcessHandle::destroyForcibly);
        }
        process.destroyForcibly();
    }
}
