package io.steelyard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.steelyard.client.RemoteRunLog;
import io.steelyard.registry.ModelVersion;
import io.steelyard.serving.HttpPort;
import io.steelyard.serving.ServingException;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunLog;
import io.steelyard.tracking.RunStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ControlPlaneTest {
    private static final String ARTIFACTS = "/api/2.0/mlflow-artifacts/artifacts";
    private static final List<Logger> LOGGERS = List.of(
            Logger.getLogger("io.helidon"), Logger.getLogger("org.flywaydb"), Logger.getLogger("com.zaxxer.hikari"));

    @TempDir
    Path root;

    private final HttpClient http = HttpClient.newHttpClient();
    private Platform platform;
    private ControlPlane control;

    @BeforeAll
    static void quiet() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    @BeforeEach
    void start() {
        platform = Platform.open(DataFolder.open(root.resolve("data")));
        control = ControlPlane.start(new HttpPort.Address("127.0.0.1", 0), platform);
    }

    @AfterEach
    void stop() {
        control.close();
        platform.close();
        http.close();
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(control.uri() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(at(path));
    }

    private HttpResponse<String> put(String path, String content) throws Exception {
        return send(at(ARTIFACTS + path).PUT(BodyPublishers.ofString(content)));
    }

    private JsonNode post(String path, String body) throws Exception {
        HttpResponse<String> response = send(at("/api/2.0/mlflow" + path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response);
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        return JsonMapper.shared().readTree(response.body());
    }

    /// The first line of an answer to a request as it stands, which no HTTP client would send.
    private String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), control.uri().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((request + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aRunOverTheWireStandsInTheStores() throws Exception {
        String experiment = post("/experiments/create", "{\"name\":\"wire\"}")
                .get("experiment_id")
                .asString();
        JsonNode info = post("/runs/create", "{\"experiment_id\":\"" + experiment + "\",\"start_time\":1}")
                .get("run")
                .get("info");
        String id = info.get("run_id").asString();
        post(
                "/runs/log-batch",
                "{\"run_id\":\"" + id + "\",\"metrics\":[{\"key\":\"auc\",\"value\":0.75,\"timestamp\":1,\"step\":2}],"
                        + "\"params\":[{\"key\":\"rate\",\"value\":\"0.1\"}],\"tags\":[]}");
        assertThat(platform.tracking().run(id).params()).containsEntry("rate", "0.1");
        JsonNode read = json(get("/ajax-api/2.0/mlflow/runs/get?run_id=" + id));
        assertThat(read.at("/run/data/metrics/0/value").asDouble()).isEqualTo(0.75);
        JsonNode error = json(get("/api/2.0/mlflow/runs/get?run_id=none"));
        assertThat(error.get("error_code").asString()).isEqualTo("RESOURCE_DOES_NOT_EXIST");

        post("/registered-models/create", "{\"name\":\"m\"}");
        JsonNode version = post(
                        "/model-versions/create",
                        "{\"name\":\"m\",\"run_id\":\"" + id + "\",\"source\":\""
                                + info.get("artifact_uri").asString() + "/model\"}")
                .get("model_version");
        assertThat(version.get("version").asString()).isEqualTo("1");
        assertThat(platform.registry().versions("m")).hasSize(1);
    }

    @Test
    void theClientsRunLogIsAtHomeHere() throws Exception {
        Path model = Files.createDirectories(root.resolve("model"));
        Files.writeString(model.resolve("a;b + ü %41.txt"), "content");
        String id;
        try (RunLog log = RemoteRunLog.start(control.uri(), "remote", "first", Map.of("k", "v"))) {
            id = log.runId();
            log.params(Map.of("rate", "0.1"));
            log.metrics(List.of(new Metric("auc", 0.75, 1, 1)));
            log.artifact(model, "model");
            int version = log.registerModel("flights", "model", Map.of());
            log.promote("flights", version, "better");
            log.end(RunStatus.FINISHED);
        }
        Run run = platform.tracking().run(id);
        assertThat(run.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(run.params()).containsEntry("rate", "0.1");
        ModelVersion production = platform.registry().production("flights").orElseThrow();
        assertThat(production.runId()).isEqualTo(id);
        String stored = production.artifactPath().substring("mlflow-artifacts:/".length());
        try (InputStream content = platform.artifacts().open(stored + "/a;b + ü %41.txt")) {
            assertThat(content).hasContent("content");
        }
    }

    @Test
    void artifactsComeAndGo() throws Exception {
        assertThat(json(put("/1/r/artifacts/a%20%25%3B.html", "<p>")).isEmpty()).isTrue();
        assertThat(put("/1/r/artifacts/sub/empty", "").statusCode()).isEqualTo(200);
        HttpResponse<String> file = get(ARTIFACTS + "/1/r/artifacts/a%20%25%3B.html");
        assertThat(file.body()).isEqualTo("<p>");
        assertThat(file.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=a___.html; filename*=UTF-8''a%20%25%3B.html");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(get(ARTIFACTS + "/1/r/artifacts/sub/empty").body()).isEmpty();
        assertThat(get(ARTIFACTS + "?path=1/r/artifacts").body())
                .isEqualTo("{\"files\":[{\"path\":\"a %;.html\",\"is_dir\":false,\"file_size\":3},"
                        + "{\"path\":\"sub\",\"is_dir\":true}]}");
        assertThat(send(at(ARTIFACTS + "/1/r/artifacts/sub").DELETE()).statusCode())
                .isEqualTo(200);
        HttpResponse<String> gone = get(ARTIFACTS + "/1/r/artifacts/sub/empty");
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(json(gone).get("error_code").asString()).isEqualTo("RESOURCE_DOES_NOT_EXIST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%2e%2e/out",
                "/a/%2e%2e/%2e%2e/out",
                "/..%2fout",
                "/%252e%252e/out",
                "/%2fetc/out",
                "/a%5c..%5cout",
                "/a%00",
                "/../../../../../out",
                "/../artifacts/../../out",
                "/%zz"
            })
    void pathsThatLeadOutAreRefused(String path) throws Exception {
        for (String method : List.of("GET", "PUT", "DELETE")) {
            assertThat(raw(method + " " + ARTIFACTS + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0"))
                    .as(method)
                    .matches("HTTP/1.1 40[04]");
        }
        assertThat(get(ARTIFACTS + "?path=%2e%2e").statusCode()).isEqualTo(400);
        assertThat(platform.artifacts().list("")).isEmpty();
        assertThat(root.resolve("data/out")).doesNotExist();
        assertThat(root.resolve("out")).doesNotExist();
    }

    @Test
    void pagesOfOthersAreKeptAway() throws Exception {
        for (String host : List.of("localhost", "LOCALHOST:1", "127.0.0.1:5000", "[::1]:5000")) {
            assertThat(raw("GET /health HTTP/1.1\r\nHost: " + host)).as(host).isEqualTo("HTTP/1.1 200");
        }
        for (String host : List.of("evil.example", "localhost.evil.example", "127.0.0.1.evil.example:5000")) {
            assertThat(raw("GET /health HTTP/1.1\r\nHost: " + host)).as(host).isEqualTo("HTTP/1.1 403");
        }
        String put = "PUT " + ARTIFACTS + "/a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nOrigin: ";
        assertThat(raw(put + "http://localhost:5000")).isEqualTo("HTTP/1.1 200");
        for (String origin : List.of("http://evil.example", "null", "x")) {
            assertThat(raw(put + origin)).as(origin).isEqualTo("HTTP/1.1 403");
        }
    }

    @Test
    void whatIsNotThereIsAnsweredWithoutJson() throws Exception {
        for (String path : List.of("/", "/api/2.0/mlflow/none", "/api/3.0/mlflow/none", "/metricsx")) {
            HttpResponse<String> response = get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(404);
            assertThat(response.body()).isEqualTo("Not Found");
        }
    }

    @Test
    void anotherMethodIsAnsweredWithThoseThatThereAre() throws Exception {
        HttpResponse<String> response =
                send(at("/api/2.0/mlflow/logged-models/m-1").PUT(BodyPublishers.ofString("{}")));
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("DELETE, GET, PATCH");
        assertThat(response.body()).isEqualTo("Method Not Allowed");
        assertThat(get("/api/2.0/mlflow/runs/create").statusCode()).isEqualTo(405);
        assertThat(get("/metrics").body()).contains("{route=\"unknown\",status=\"405\"} 2");
    }

    @Test
    void everyMethodReachesItsEndpointThroughVariablesInThePath() throws Exception {
        JsonNode made = post("/logged-models", "{\"experiment_id\":\"0\",\"name\":\"m\"}");
        String id = made.at("/model/info/model_id").stringValue();
        String path = "/api/2.0/mlflow/logged-models/" + id;
        HttpResponse<String> ready = send(at(path).method(
                        "PATCH",
                        BodyPublishers.ofString("{\"model_id\":\"" + id + "\",\"status\":\"LOGGED_MODEL_READY\"}")));
        assertThat(json(ready).at("/model/info/status").stringValue()).isEqualTo("LOGGED_MODEL_READY");
        send(at(path + "/tags")
                .method("PATCH", BodyPublishers.ofString("{\"tags\":[{\"key\":\"a b\",\"value\":\"c\"}]}")));
        assertThat(json(get(path)).at("/model/info/tags/0/key").stringValue()).isEqualTo("a b");
        send(at(path + "/tags/a%20b").DELETE());
        assertThat(json(get(path)).at("/model/info/tags").isMissingNode()).isTrue();
        assertThat(get("/metrics").body())
                .contains("{route=\"/api/2.0/mlflow/logged-models/{model_id}\",status=\"200\"} 3");
        put("/0/models/" + id + "/artifacts/sub/file", "12345");
        assertThat(json(get(path + "/artifacts/directories?artifact_directory_path=sub"))
                        .at("/files/0"))
                .hasToString("{\"path\":\"sub/file\",\"is_dir\":false,\"file_size\":5}");
        assertThat(json(get("/api/3.0/mlflow/server-info")).get("store_type").stringValue())
                .isEqualTo("SqlStore");
    }

    @Test
    void itSaysHowItIs() throws Exception {
        assertThat(get("/health").body()).isEqualTo("OK");
        assertThat(get("/version").body()).isEqualTo("3.3.2");
        assertThat(get("/some/path/of/others").statusCode()).isEqualTo(404);
        put("/1/a", "x");
        HttpResponse<String> metrics = get("/metrics");
        assertThat(metrics.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(metrics.body())
                .contains("steelyard_heap_used_bytes")
                .contains("steelyard_control_requests_seconds_count{route=\"/health\",status=\"200\"} 1")
                .contains("steelyard_control_requests_seconds_count{route=\"unknown\",status=\"404\"} 1")
                .contains("{route=\"" + ARTIFACTS + "/*\",status=\"200\"} 1")
                .doesNotContain("/some/path");
    }

    @Test
    void aStoreOutOfReachIsUnavailableWithoutAStackTrace() throws Exception {
        Logger log = Logger.getLogger("io.steelyard");
        log.setLevel(Level.OFF);
        try {
            platform.close();
            HttpResponse<String> response = get("/api/2.0/mlflow/experiments/get?experiment_id=0");
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(json(response).propertyNames()).containsExactly("error_code", "message");
            assertThat(json(response).get("error_code").asString()).isEqualTo("TEMPORARILY_UNAVAILABLE");
            assertThat(response.body()).doesNotContain("Exception").doesNotContain(".java");
            assertThat(get("/metrics").body()).contains("{route=\"/api/2.0/mlflow/experiments/get\",status=\"503\"} 1");
        } finally {
            log.setLevel(null);
        }
    }

    @Test
    void aPortInUseIsNamed() {
        int port = control.uri().getPort();
        assertThatExceptionOfType(ServingException.class)
                .isThrownBy(() -> ControlPlane.start(new HttpPort.Address("127.0.0.1", port), platform))
                .withMessageContaining("port " + port)
                .withMessageContaining("0: a free one");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedNotCut() throws Exception {
        int size = (64 << 20) + 1;
        HttpResponse<String> response = send(at("/api/2.0/mlflow/runs/log-batch")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[size]))));
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(json(response).get("message").asString()).contains("smaller batches");
    }

    @Test
    void itStopsWithinTwoSecondsWhileConnectionsStandOpenAndARequestHangs() throws Exception {
        assertThat(get("/health").statusCode()).isEqualTo(200);
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), control.uri().getPort())) {
            socket.getOutputStream()
                    .write(("PUT " + ARTIFACTS + "/a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nx")
                            .getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            Thread.sleep(100);
            long start = System.nanoTime();
            control.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        }
    }
}
