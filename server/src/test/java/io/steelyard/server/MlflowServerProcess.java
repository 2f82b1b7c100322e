package io.steelyard.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// MLflow's own server in a process of its own, on SQLite.
final class MlflowServerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final URI uri;

    private MlflowServerProcess(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    static MlflowServerProcess start(Path folder) throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        System.getProperty("steelyard.tool.mlflow"),
                        "-m",
                        "mlflow",
                        "server",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--workers",
                        "1",
                        "--backend-store-uri",
                        "sqlite:///" + folder.resolve("mlflow.db"),
                        "--artifacts-destination",
                        folder.resolve("artifacts").toString()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mlflow.log").toFile());
        builder.environment().put("MLFLOW_DISABLE_TELEMETRY", "true");
        MlflowServerProcess server = new MlflowServerProcess(builder.start(), URI.create("http://127.0.0.1:" + port));
        server.awaitHealth();
        return server;
    }

    URI uri() {
        return uri;
    }

    private void awaitHealth() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest health = HttpRequest.newBuilder(uri.resolve("/health")).build();
            while (System.nanoTime() < deadline) {
                try {
                    if (client.send(health, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException e) {
                    // It does not listen yet.
                    Thread.sleep(Duration.ofMillis(200));
                }
            }
        }
        close();
        throw new IllegalStateException("MLflow's server does not answer within " + PATIENCE);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().join();
    }
}
