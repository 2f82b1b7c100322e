package io.steelyard.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.serving.HttpPort;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ControlPlaneTest {
    private static final String MLFLOW = "/api/2.0/mlflow";
    private static final String ARTIFACTS = "/api/2.0/mlflow-artifacts/artifacts";

    @TempDir
    Path temporary;

    private DataFolder folder;
    private Platform platform;
    private ControlPlane control;
    private Http http;

    @BeforeAll
    static void quiet() {
        QuietLibraries.hush();
    }

    @BeforeEach
    void start() {
        folder = DataFolder.open(temporary.resolve("data"));
        platform = Platform.open(folder);
        control = ControlPlane.start(new HttpPort.Address("127.0.0.1", 0), platform);
        http = new Http(control.uri());
    }

    @AfterEach
    void stop() {
        http.close();
        control.close();
        platform.close();
    }

    @Test
    void healthAndVersionAreText() throws Exception {
        assertThat(http.get("/health").body()).isEqualTo("OK");
        assertThat(http.get("/version").body()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(http.get("/metrics").body())
                .contains("steelyard_control_requests_total{status=\"200\"} 2.0")
                .contains("steelyard_uptime_seconds");
    }

    @Test
    void otherPathsAreNotFoundAndTheAnswerIsNoJson() throws Exception {
        for (String path : new String[] {"/nothing", MLFLOW + "/nothing", "/api/3.0/mlflow/traces"}) {
            HttpResponse<String> response = http.get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(404);
            assertThat(response.body()).isEqualTo("Not Found");
        }
        assertThat(http.post(MLFLOW + "/nothing", "{}").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/2.0/mlflow", "/ajax-api/2.0/mlflow"})
    void aRunIsRecordedOverMlflowsInterface(String prefix) throws Exception {
        String experiment = Http.json(http.post(prefix + "/experiments/create", "{\"name\":\"e\"}"))
                .get("experiment_id")
                .asString();
        String run = Http.json(http.post(prefix + "/runs/create", "{\"experiment_id\":\"" + experiment + "\"}"))
                .at("/run/info/run_id")
                .asString();
        HttpResponse<String> logged = http.post(
                prefix + "/runs/log-metric",
                "{\"run_id\":\"" + run + "\",\"key\":\"auc\",\"value\":0.75,\"timestamp\":1,\"step\":0}");
        assertThat(logged.statusCode()).isEqualTo(200);
        JsonNode read = Http.json(http.get(prefix + "/runs/get?run_id=" + run));
        assertThat(read.at("/run/data/metrics/0/value").asDouble()).isEqualTo(0.75);
        assertThat(platform.tracking().run(run).id()).isEqualTo(run);
    }

    @Test
    void whatMlflowRefusesHasItsCodes() throws Exception {
        HttpResponse<String> missing = http.get(MLFLOW + "/runs/get?run_id=nobody");
        assertThat(missing.statusCode()).isIn(400, 404);
        assertThat(Http.json(missing).has("error_code")).isTrue();
        HttpResponse<String> text =
                http.send(HttpRequest.newBuilder(URI.create(control.uri() + MLFLOW + "/experiments/create"))
                        .POST(BodyPublishers.ofString("x")));
        assertThat(text.statusCode()).isEqualTo(400);
    }

    @Test
    void artifactsArePutReadAndListed() throws Exception {
        String file = "/1/abc/artifacts/model/a%20file%20%23%3F%25.txt";
        assertThat(http.put(ARTIFACTS + file, "content").statusCode()).isEqualTo(200);
        assertThat(folder.artifacts().resolve("1/abc/artifacts/model/a file #?%.txt"))
                .hasContent("content");
        HttpResponse<String> read = http.get(ARTIFACTS + file);
        assertThat(read.body()).isEqualTo("content");
        assertThat(read.headers().firstValue("Content-Length")).contains("7");
        assertThat(Http.json(http.get(ARTIFACTS + "?path=1/abc/artifacts")).toString())
                .isEqualTo("{\"files\":[{\"path\":\"model\",\"is_dir\":true}]}");
        assertThat(Http.json(http.get(ARTIFACTS + "?path=1/abc/artifacts/model"))
                        .toString())
                .isEqualTo("{\"files\":[{\"path\":\"a file #?%.txt\",\"is_dir\":false,\"file_size\":7}]}");
        HttpResponse<String> missing = http.get(ARTIFACTS + "/1/nothing");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(Http.json(missing).get("error_code").asString()).isEqualTo("RESOURCE_DOES_NOT_EXIST");
        assertThat(http.put(ARTIFACTS + "/1/empty", "").statusCode()).isEqualTo(200);
        assertThat(http.get(ARTIFACTS + "/1/empty").body()).isEmpty();
    }

    @Test
    void aLargeFileStreamsThrough() throws Exception {
        int megabytes = 64;
        InputStream zeros = new InputStream() {
            private long left = (long) megabytes << 20;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] bytes, int from, int count) {
                if (left <= 0) {
                    return -1;
                }
                int read = (int) Math.min(count, left);
                left -= read;
                return read;
            }
        };
        assertThat(http.send(HttpRequest.newBuilder(URI.create(control.uri() + ARTIFACTS + "/1/large"))
                                .PUT(BodyPublishers.ofInputStream(() -> zeros)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(folder.artifacts().resolve("1/large")).hasSize((long) megabytes << 20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../outside",
                "/1/../../outside",
                "/%2e%2e/outside",
                "/1/%2e%2e%2f%2e%2e%2foutside",
                "/1/%252e%252e/%252e%252e/outside",
                "/1/..%5c..%5coutside",
                "/%00",
            })
    void noPathLeadsOutOfTheStore(String path) throws Exception {
        for (String answer : new String[] {status("PUT", path), status("GET", path), status("DELETE", path)}) {
            assertThat(answer).as(path).matches("HTTP/1.1 (400|404|405).*");
        }
        assertThat(temporary.resolve("data/outside")).doesNotExist();
        assertThat(temporary.resolve("outside")).doesNotExist();
        try (var files = Files.walk(folder.artifacts())) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void aDoubledSlashStaysInTheStore() throws Exception {
        assertThat(status("PUT", "//etc/inside")).isEqualTo("HTTP/1.1 200 OK");
        assertThat(folder.artifacts().resolve("etc/inside")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "/etc", "1/../..", "%252e%252e"})
    void noFolderOutsideOfTheStoreIsListed(String path) throws Exception {
        HttpResponse<String> response = http.get(ARTIFACTS + "?path=" + path);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Http.json(response).get("error_code").asString()).isEqualTo("INVALID_PARAMETER_VALUE");
    }

    @Test
    void pagesOfOthersMayNotChangeAnything() throws Exception {
        HttpResponse<String> response =
                http.send(HttpRequest.newBuilder(URI.create(control.uri() + MLFLOW + "/experiments/create"))
                        .header("Origin", "http://evil.example")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"name\":\"stolen\"}")));
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(platform.tracking().findExperiment("stolen")).isEmpty();
    }

    /// The status line of a request whose path is sent as it is.
    private String status(String method, String path) throws IOException {
        return Raw.exchange(
                        control.uri(),
                        method + " " + ARTIFACTS + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n"
                                + "Connection: close\r\n\r\nx")
                .lines()
                .findFirst()
                .orElse("");
    }
}
