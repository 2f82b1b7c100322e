package io.steelyard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steelyard.monitoring.PredictionHistory;
import io.steelyard.monitoring.Windowing;
import io.steelyard.pipeline.StoreRunLog;
import io.steelyard.serving.ServingException;
import io.steelyard.tracking.RunLog;
import io.steelyard.tracking.RunStatus;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SteelyardServerTest {
    private static final ServerOptions OPTIONS = new ServerOptions("127.0.0.1", 0, 0, "test");
    private static final Duration STOP = Duration.ofMillis(1500);

    @TempDir
    Path temporary;

    private DataFolder folder;

    @BeforeAll
    static void quiet() {
        QuietLibraries.hush();
    }

    @BeforeEach
    void open() {
        folder = DataFolder.open(temporary.resolve("data"));
    }

    @Test
    void itSaysWhereItListensAsLongAsItDoes() throws Exception {
        try (SteelyardServer server = SteelyardServer.start(folder, OPTIONS)) {
            ServerRecord record = folder.liveServer().orElseThrow();
            assertThat(record.pid()).isEqualTo(ProcessHandle.current().pid());
            assertThat(record.url()).isEqualTo(server.uri().toString());
            assertThat(record.inferenceUrl()).isEqualTo(server.inferenceUri().toString());
            assertThatThrownBy(() -> SteelyardServer.start(folder, OPTIONS))
                    .isInstanceOf(ServerException.class)
                    .hasMessageContaining("process " + record.pid())
                    .hasMessageContaining(record.url());
            try (Http http = new Http(server.uri())) {
                assertThat(http.get("/health").body()).isEqualTo("OK");
            }
        }
        assertThat(folder.liveServer()).isEmpty();
        assertThat(folder.record()).doesNotExist();
    }

    @Test
    void aPortInUseLeavesNothingBehind() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            ServerOptions options = new ServerOptions("127.0.0.1", 0, taken.getLocalPort(), "test");
            assertThatThrownBy(() -> SteelyardServer.start(folder, options))
                    .isInstanceOf(ServingException.class)
                    .hasMessageStartingWith("port " + taken.getLocalPort() + " on 127.0.0.1 cannot be listened on");
        }
        assertThat(folder.record()).doesNotExist();
        SteelyardServer.start(folder, OPTIONS).close();
    }

    @Test
    void theProductionVersionIsServedAfterARestartAndItsSuccessorWithinSeconds() throws Exception {
        int first = register();
        try (SteelyardServer server = SteelyardServer.start(folder, OPTIONS);
                Http http = new Http(server.inferenceUri())) {
            assertThat(version(http)).isEqualTo(Integer.toString(first));
            assertThat(http.get("/health").body()).isEqualTo("{\"status\":\"healthy\",\"models_loaded\":1}");
            int second = register(server.platform());
            for (int i = 0; i < 100 && !version(http).equals(Integer.toString(second)); i++) {
                Thread.sleep(50);
            }
            assertThat(version(http)).isEqualTo(Integer.toString(second));
        }
    }

    @Test
    void aVersionThatCannotBeLoadedDoesNotStopTheServer() throws Exception {
        try (Platform platform = Platform.open(folder);
                RunLog log = StoreRunLog.start(platform.tracking(), platform.registry(), platform.artifacts(), "e")) {
            log.registerModel("broken", "model", Map.of());
            log.promote("broken", 1, "a test");
            log.end(RunStatus.FINISHED);
        }
        Logger.getLogger("io.steelyard.server").setLevel(Level.SEVERE);
        try (SteelyardServer server = SteelyardServer.start(folder, OPTIONS);
                Http http = new Http(server.inferenceUri())) {
            assertThat(http.get("/health").body()).isEqualTo("{\"status\":\"healthy\",\"models_loaded\":0}");
            HttpResponse<String> answer = http.post("/predict", "{\"features\":" + LateFlights.ROW + "}");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(Http.json(answer).get("message").asString()).isEqualTo("no model is loaded yet");
        }
    }

    @Test
    void aDeployedVersionIsTheDefault() throws Exception {
        register();
        Path model = temporary.resolve("other");
        LateFlights.write(model);
        try (SteelyardServer server = SteelyardServer.start(folder, OPTIONS);
                Http http = new Http(server.inferenceUri())) {
            assertThat(server.deploy("other", 7, model)).isEqualTo(server.inferenceUri());
            assertThat(version(http)).isEqualTo("7");
        }
    }

    @Test
    void stoppingLosesNothingAndWaitsForNobodyForLong() throws Exception {
        register();
        SteelyardServer server = SteelyardServer.start(folder, OPTIONS);
        try (Http http = new Http(server.inferenceUri());
                Socket slowPredict = Raw.open(
                        server.inferenceUri(),
                        "POST /predict HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{");
                Socket slowPut = Raw.open(
                        server.uri(),
                        "PUT /api/2.0/mlflow-artifacts/artifacts/1/f HTTP/1.1\r\nHost: localhost\r\n"
                                + "Content-Length: 1000\r\n\r\nx")) {
            assertThat(slowPredict.isConnected() && slowPut.isConnected()).isTrue();
            for (int i = 0; i < 100; i++) {
                version(http);
            }
            long start = System.nanoTime();
            server.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(STOP);
        }
        assertThat(new PredictionHistory(folder.predictions(), "flights", null)
                        .windows(Windowing.MONTH)
                        .getFirst()
                        .rows())
                .isEqualTo(100);
    }

    private int register() throws IOException {
        try (Platform platform = Platform.open(folder)) {
            return register(platform);
        }
    }

    private int register(Platform platform) throws IOException {
        try (RunLog log =
                StoreRunLog.start(platform.tracking(), platform.registry(), platform.artifacts(), "flights")) {
            Path model = temporary.resolve("model-" + log.runId());
            LateFlights.write(model);
            log.artifact(model, "model");
            int version = log.registerModel("flights", "model", Map.of());
            log.promote("flights", version, "a test");
            log.end(RunStatus.FINISHED);
            return version;
        }
    }

    private static String version(Http http) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.post("/predict", "{\"features\":" + LateFlights.ROW + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode json = Http.json(answer);
        return json.get("model_version").asString();
    }
}
