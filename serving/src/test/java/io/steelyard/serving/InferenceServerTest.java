package io.steelyard.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steelyard.monitoring.PredictionHistory;
import io.steelyard.monitoring.PredictionLog;
import io.steelyard.monitoring.PredictionWindow;
import io.steelyard.monitoring.Windowing;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InferenceServerTest {
    private static final String ROW = "[\"UA\", 18, 180, true, null]";

    private static final Logger HELIDON = Logger.getLogger("io.helidon");

    @TempDir
    Path folder;

    private final ModelPool pool = new ModelPool();
    private final HttpClient http = HttpClient.newHttpClient();
    private PredictionLog log;
    private InferenceServer server;

    @BeforeAll
    static void quiet() {
        HELIDON.setLevel(Level.WARNING);
    }

    @BeforeEach
    void start() {
        pool.load(new ServedModel("flights", 1, Flights.classifier(0.25)));
        log = PredictionLog.open(folder);
        server = InferenceServer.start(new ServingOptions(new HttpPort.Address("127.0.0.1", 0), 100_000), pool, log);
    }

    @AfterEach
    void stop() {
        server.close();
        log.close();
        http.close();
    }

    @Test
    void oneRowIsAnsweredAsTheClassWithItsConfidence() throws Exception {
        HttpResponse<String> response = post("/predict", "{\"features\":" + ROW + ",\"model_version\":null}");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        JsonNode answer = json(response);
        assertThat(answer.propertyNames())
                .containsExactly("prediction", "confidence", "model_version", "latency_ms", "prediction_id");
        assertThat(answer.get("prediction").asDouble()).isEqualTo(1);
        assertThat(answer.get("confidence").asDouble()).isEqualTo(0.75);
        assertThat(answer.get("model_version").asString()).isEqualTo("1");
        assertThat(answer.get("latency_ms").asDouble()).isPositive();

        JsonNode early = json(post("/predict", "{\"features\":[\"UA\",6,null,null,null]}"));
        assertThat(early.get("prediction").asDouble()).isEqualTo(0);
        assertThat(early.get("confidence").asDouble()).isEqualTo(0.75);
    }

    @Test
    void aRegressionAnswersTheValue() throws Exception {
        pool.load(new ServedModel("minutes", Flights.regression()));
        JsonNode answer =
                json(post("/predict", "{\"features\":[null,null,null,null,null],\"model_version\":\"minutes\"}"));
        assertThat(answer.get("prediction").asDouble()).isEqualTo(-12.5);
        assertThat(answer.get("confidence").asDouble()).isEqualTo(0);
        assertThat(answer.get("model_version").asString()).isEqualTo("minutes");
    }

    @Test
    void manyRowsAreAnsweredInOrder() throws Exception {
        JsonNode answer = json(post(
                "/predict", "{\"instances\":[" + ROW + ",[null,null,1,false,null]],\"prediction_ids\":[\"a\",\"b\"]}"));
        assertThat(answer.propertyNames()).containsExactly("predictions", "model_version", "latency_ms");
        assertThat(answer.get("predictions")).hasSize(2);
        assertThat(answer.get("predictions").get(1).get("prediction").asDouble())
                .isEqualTo(0);
        assertThat(answer.get("predictions").get(1).get("prediction_id").asString())
                .isEqualTo("b");
    }

    @Test
    void predictionsAndLabelsAreKept() throws Exception {
        post("/predict", "{\"features\":" + ROW + ",\"prediction_id\":\"a\",\"event_time\":\"2013-10-05T10:00:00Z\"}");
        post("/predict", "{\"features\":" + ROW + ",\"prediction_id\":\"b\",\"event_time\":\"2013-10-05T11:00:00Z\"}");
        String actuals =
                "{\"actuals\":[{\"prediction_id\":\"a\",\"actual\":true},{\"prediction_id\":\"x\",\"actual\":0}]}";
        assertThat(post("/actuals", actuals).body()).isEqualTo("{\"accepted\":2}");
        assertThat(post("/actuals", actuals).body()).isEqualTo("{\"accepted\":2}");
        log.flush();
        PredictionWindow window = new PredictionHistory(folder, "flights", "1")
                .windows(Windowing.MONTH)
                .getFirst();
        assertThat(window.name()).isEqualTo("2013-10");
        assertThat(window.predictions().strings("prediction_id").values()).containsExactly("a", "b");
        assertThat(window.scores()).containsExactly(0.75, 0.75);
        assertThat(window.actuals()).containsExactly(1, Double.NaN);
        assertThat(window.features().strings("carrier").values()).containsExactly("UA", "UA");
    }

    @Test
    void whatIsWrongIsAnsweredWithACodeAndAMessage() throws Exception {
        HttpResponse<String> response = post("/predict", "{\"features\":[7,1,1,true,null]}");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .isEqualTo("{\"error_code\":\"INVALID_REQUEST\",\"message\":"
                        + "\"features[0] 'carrier' must be a string, not the number 7\"}");
        HttpResponse<String> version = post("/predict", "{\"features\":" + ROW + ",\"model_version\":\"9\"}");
        assertThat(version.statusCode()).isEqualTo(400);
        assertThat(json(version).get("error_code").asString()).isEqualTo("UNKNOWN_MODEL_VERSION");
        assertThat(json(version).get("message").asString()).contains("flights/1");
        assertThat(post("/predict", "").body()).contains("the body is empty");
        assertThat(post("/predict", "{").statusCode()).isEqualTo(400);
        assertThat(post("/actuals", "{\"actuals\":[{\"prediction_id\":\"a\",\"actual\":0.5}]}")
                        .body())
                .contains("actuals[0].actual must be 0 or 1, not the number 0.5");
        assertThat(post("/actuals", "{\"actuals\":[{\"prediction_id\":\"a\"}]}").body())
                .contains("actuals[0] lacks 'actual'");
        assertThat(post("/actuals", "{\"actuals\":[null]}").statusCode()).isEqualTo(400);
        assertThat(post("/actuals", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void otherPathsAndMethodsAreToldApart() throws Exception {
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
        assertThat(json(get("/nothing")).get("error_code").asString()).isEqualTo("NOT_FOUND");
        HttpResponse<String> response = get("/predict");
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("POST");
        assertThat(json(response).get("message").asString()).isEqualTo("/predict takes POST, not GET");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWhetherItSaysSoOrNot() throws Exception {
        String body = "{\"features\":[\"" + "x".repeat(200_000) + "\"]}";
        HttpResponse<String> known = post("/predict", body);
        assertThat(known.statusCode()).isEqualTo(413);
        assertThat(json(known).get("error_code").asString()).isEqualTo("REQUEST_TOO_LARGE");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        HttpRequest chunked = HttpRequest.newBuilder(server.uri().resolve("/predict"))
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(bytes)))
                .build();
        assertThat(http.send(chunked, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
        assertThat(post("/predict", "{\"features\":" + ROW + "}").statusCode()).isEqualTo(200);
    }

    @Test
    void healthIsTheSeeds() throws Exception {
        assertThat(get("/health").body()).isEqualTo("{\"status\":\"healthy\",\"models_loaded\":1}");
    }

    @Test
    void metricsCountByModelAndStatus() throws Exception {
        post("/predict", "{\"instances\":[" + ROW + "," + ROW + "]}");
        post("/predict", "{");
        String metrics = get("/metrics").body();
        assertThat(metrics)
                .contains("steelyard_predict_rows_total{model=\"flights\",version=\"1\"} 2.0")
                .contains("steelyard_predict_seconds_count{model=\"flights\",version=\"1\"} 1")
                .contains("steelyard_predict_seconds_bucket{model=\"flights\",version=\"1\",le=\"1.0\"} 1")
                .contains("steelyard_requests_total{path=\"/predict\",status=\"400\"} 1.0")
                .contains("steelyard_prediction_log_dropped_total 0.0")
                .contains("steelyard_models_loaded 1.0");
    }

    @Test
    void pagesOfOthersAreKeptAway() throws Exception {
        assertThat(raw("GET /health HTTP/1.1\r\nHost: evil.example:8080\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(raw("GET /health HTTP/1.1\r\nHost: localhost:1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
        String post =
                "POST /actuals HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: 14\r\nOrigin: ";
        assertThat(raw(post + "http://evil.example\r\n\r\n{\"actuals\":[]}")).startsWith("HTTP/1.1 403");
        assertThat(raw(post + "null\r\n\r\n{\"actuals\":[]}")).startsWith("HTTP/1.1 403");
        assertThat(raw(post + "http://localhost:3000\r\n\r\n{\"actuals\":[]}")).startsWith("HTTP/1.1 200");
    }

    @Test
    void modelsAreSwappedWhileTrafficRunsWithNoFailedRequest() throws Exception {
        AtomicInteger failed = new AtomicInteger();
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(1);
        Thread[] clients = new Thread[4];
        for (int i = 0; i < clients.length; i++) {
            clients[i] = Thread.ofVirtual().start(() -> {
                while (done.getCount() > 0) {
                    try {
                        if (post("/predict", "{\"features\":" + ROW + "}").statusCode() != 200) {
                            failed.incrementAndGet();
                        }
                        asked.incrementAndGet();
                    } catch (IOException | InterruptedException e) {
                        failed.incrementAndGet();
                    }
                }
            });
        }
        for (int version = 2; version <= 100; version++) {
            pool.swap(new ServedModel("flights", version, Flights.classifier(0.5)));
            TimeUnit.MILLISECONDS.sleep(2);
        }
        done.countDown();
        for (Thread client : clients) {
            client.join();
        }
        assertThat(failed).hasValue(0);
        assertThat(asked.get()).isPositive();
        assertThat(pool.select(null).version()).isEqualTo("100");
    }

    @Test
    void aPortInUseIsNamed() {
        int port = server.uri().getPort();
        assertThatThrownBy(() ->
                        InferenceServer.start(ServingOptions.at(new HttpPort.Address("127.0.0.1", port)), pool, log))
                .isInstanceOfSatisfying(
                        ServingException.class, e -> assertThat(e.kind()).isEqualTo(ServingException.Kind.PORT))
                .hasMessageStartingWith("port " + port + " on 127.0.0.1 cannot be listened on: Address already in use");
        assertThatThrownBy(() -> InferenceServer.start(
                        ServingOptions.at(new HttpPort.Address("no.such.host.invalid", 0)), pool, log))
                .isInstanceOf(ServingException.class)
                .hasMessage("there is no host 'no.such.host.invalid' to listen on");
    }

    @Test
    void stoppingIsQuickAndLosesNothing() throws Exception {
        for (int i = 0; i < 50; i++) {
            assertThat(post("/predict", "{\"features\":" + ROW + ",\"prediction_id\":\"p" + i + "\"}")
                            .statusCode())
                    .isEqualTo(200);
        }
        Instant start = Instant.now();
        server.close();
        log.close();
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
        assertThat(new PredictionHistory(folder, "flights", null)
                        .windows(Windowing.MONTH)
                        .getFirst()
                        .rows())
                .isEqualTo(50);
        assertThatThrownBy(() -> get("/health")).isInstanceOf(IOException.class);
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(server.uri().resolve(path))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(server.uri().resolve(path)).build(), BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), server.uri().getPort());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            socket.setSoTimeout(10_000);
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
