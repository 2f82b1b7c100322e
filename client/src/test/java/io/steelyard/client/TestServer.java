package io.steelyard.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.steelyard.artifacts.ArtifactException;
import io.steelyard.artifacts.ArtifactStore;
import io.steelyard.mlflow.MlflowAnswer;
import io.steelyard.mlflow.MlflowApi;
import io.steelyard.mlflow.MlflowRequest;
import io.steelyard.mlflow.MlflowRoute;
import io.steelyard.registry.RegistryStore;
import io.steelyard.registry.jdbc.JdbcRegistryStore;
import io.steelyard.sql.Database;
import io.steelyard.sql.DatabaseUri;
import io.steelyard.tracking.TrackingStore;
import io.steelyard.tracking.jdbc.JdbcTrackingStore;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// MLflow's endpoints over real stores behind the JDK's HTTP server; it can be told to fail.
final class TestServer implements AutoCloseable {
    private static final String API = "/api/2.0/mlflow";
    private static final String ARTIFACTS = "/api/2.0/mlflow-artifacts/artifacts/";

    final TrackingStore tracking;
    final RegistryStore registry;
    final ArtifactStore artifacts;

    /// How many of the next requests are not even read, and with which status they are answered.
    final AtomicInteger failures = new AtomicInteger();

    volatile int failureStatus = 503;

    /// How many of the next requests are done, but answered with a status 500.
    final AtomicInteger lostAnswers = new AtomicInteger();

    /// Which requests [#lostAnswers] speaks of: those whose path ends so.
    volatile String lostAnswersOf = "";

    final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    private final Database database;
    private final List<MlflowRoute> routes;
    private final HttpServer http;

    TestServer(Path folder) throws IOException {
        database = Database.open(DatabaseUri.sqlite(folder.resolve("steelyard.db")));
        tracking = JdbcTrackingStore.open(database);
        registry = JdbcRegistryStore.open(database);
        artifacts = ArtifactStore.local(folder.resolve("artifacts"));
        routes = MlflowApi.routes(tracking, registry);
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::handle);
        http.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.add(
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath());
        MlflowAnswer answer =
                failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0 ? page(failureStatus) : answer(exchange);
        if (exchange.getRequestURI().getPath().endsWith(lostAnswersOf)
                && lostAnswers.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            answer = page(500);
        }
        exchange.sendResponseHeaders(answer.status(), answer.json().length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(answer.json());
        }
    }

    private static MlflowAnswer page(int status) {
        return new MlflowAnswer(status, "<html>no</html>".getBytes(UTF_8));
    }

    private MlflowAnswer answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith(ARTIFACTS) && exchange.getRequestMethod().equals("PUT")) {
            try {
                artifacts.put(path.substring(ARTIFACTS.length()), exchange.getRequestBody());
            } catch (ArtifactException e) {
                return new MlflowAnswer(
                        400, "{\"error_code\":\"INVALID_PARAMETER_VALUE\",\"message\":\"bad path\"}".getBytes(UTF_8));
            }
            return new MlflowAnswer(200, "{}".getBytes(UTF_8));
        }
        for (MlflowRoute route : routes) {
            if (path.equals(API + route.path()) && route.method().name().equals(exchange.getRequestMethod())) {
                byte[] body = exchange.getRequestBody().readAllBytes();
                return route.answer(
                        route.method() == MlflowRoute.Method.GET
                                ? MlflowRequest.ofQuery(
                                        query(exchange.getRequestURI().getRawQuery()), body)
                                : MlflowRequest.ofBody(
                                        exchange.getRequestHeaders().getFirst("Content-Type"), body));
            }
        }
        return page(404);
    }

    private static Map<String, List<String>> query(@Nullable String raw) {
        Map<String, List<String>> query = new HashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                int equals = pair.indexOf('=');
                query.put(
                        URLDecoder.decode(pair.substring(0, equals), UTF_8),
                        List.of(URLDecoder.decode(pair.substring(equals + 1), UTF_8)));
            }
        }
        return query;
    }

    @Override
    public void close() {
        http.stop(0);
        database.close();
    }
}
