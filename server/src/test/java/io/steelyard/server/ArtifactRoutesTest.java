package io.steelyard.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.registry.NewModelVersion;
import io.steelyard.serving.HttpPort;
import io.steelyard.tracking.NewExperiment;
import io.steelyard.tracking.NewLoggedModel;
import io.steelyard.tracking.NewRun;
import io.steelyard.tracking.Run;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ArtifactRoutesTest {
    private static final String PROXY = "/api/2.0/mlflow-artifacts";
    private static final String FILES = PROXY + "/artifacts";

    @TempDir
    Path root;

    private Platform platform;
    private ControlPlane control;
    private Http http;

    @BeforeAll
    static void hush() {
        QuietLibraries.hush();
    }

    @BeforeEach
    void start() {
        platform = Platform.open(DataFolder.open(root.resolve("data")));
        control = ControlPlane.start(new HttpPort.Address("127.0.0.1", 0), platform);
        http = new Http(control.uri());
    }

    @AfterEach
    void stop() {
        http.close();
        control.close();
        platform.close();
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(control.uri() + path));
    }

    private void store(String path, String content) {
        platform.artifacts().put(path, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    private String stored(String path) throws IOException {
        try (InputStream content = platform.artifacts().open(path)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private Run run(@Nullable String location) {
        String experiment = platform.tracking()
                .createExperiment(new NewExperiment("e", location, Map.of()))
                .id();
        return platform.tracking().createRun(new NewRun(experiment, "", "r", 1, Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-3, 0123, bytes 0-3/10",
        "bytes=4-, 456789, bytes 4-9/10",
        "bytes=-2, 89, bytes 8-9/10",
        "bytes=-99, 0123456789, bytes 0-9/10",
        "bytes=8-99, 89, bytes 8-9/10",
        "bytes=9-9, 9, bytes 9-9/10"
    })
    void partsAreSent(String range, String content, String sent) throws Exception {
        store("1/a.bin", "0123456789");
        HttpResponse<String> response = http.send(at(FILES + "/1/a.bin").header("Range", range));
        assertThat(response.statusCode()).isEqualTo(206);
        assertThat(response.body()).isEqualTo(content);
        assertThat(header(response, "Content-Range")).isEqualTo(sent);
        assertThat(header(response, "Content-Length")).isEqualTo(Integer.toString(content.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=99-100", "bytes=-0"})
    void whatIsNotThereIsNotSatisfiable(String range) throws Exception {
        store("1/a.bin", "0123456789");
        HttpResponse<String> response = http.send(at(FILES + "/1/a.bin").header("Range", range));
        assertThat(response.statusCode()).isEqualTo(416);
        assertThat(header(response, "Content-Range")).isEqualTo("bytes */10");
        assertThat(response.body()).isEmpty();
    }

    /// RFC 9110, 14.2: a server may ignore a Range that it does not understand.
    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,4-5", "lines=0-1", "bytes=5-2", "bytes=", "bytes=-", "bytes=a-b"})
    void anythingElseIsTheWholeFile(String range) throws Exception {
        store("1/a.bin", "0123456789");
        HttpResponse<String> response = http.send(at(FILES + "/1/a.bin").header("Range", range));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("0123456789");
    }

    @Test
    void aPartOfAnotherContentIsNotSent() throws Exception {
        store("1/a.bin", "0123456789");
        String tag = header(http.get(FILES + "/1/a.bin"), "ETag");
        assertThat(tag).matches("\"[\\w-]+\"");
        HttpRequest.Builder part =
                at(FILES + "/1/a.bin").header("Range", "bytes=0-1").header("If-Range", tag);
        assertThat(http.send(part).body()).isEqualTo("01");
        assertThat(http.send(at(FILES + "/1/a.bin").header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(304);
        store("1/a.bin", "another one");
        HttpResponse<String> changed = http.send(part);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).isEqualTo("another one");
    }

    @Test
    void aHeadSaysWhatAGetWouldSend() throws Exception {
        store("1/page.html", "<script>");
        HttpResponse<String> head = http.send(at(FILES + "/1/page.html").method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Length")).isEqualTo("8");
        assertThat(header(head, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(head.body()).isEmpty();
        assertThat(http.get(FILES + "/1/page.html").body()).isEqualTo("<script>");
        assertThat(http.send(at(FILES + "/1/none").method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "page.html, text/html; charset=utf-8",
        "MLmodel, text/plain; charset=utf-8",
        "conda.yaml, text/plain; charset=utf-8",
        "a.json, text/plain; charset=utf-8",
        "plot.PNG, image/png",
        "drawing.svg, image/svg+xml",
        "model.ubj, application/octet-stream",
        "noextension, application/octet-stream"
    })
    void noBrowserShowsWhatSomebodyStored(String name, String type) throws Exception {
        store("1/" + name, "x");
        HttpResponse<String> response = http.get(FILES + "/1/" + name);
        assertThat(header(response, "Content-Type")).isEqualTo(type);
        assertThat(header(response, "Content-Disposition")).isEqualTo("attachment; filename=" + name);
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(response, "Content-Security-Policy")).isEqualTo("sandbox");
    }

    @Test
    void aNameInAnyScriptIsKept() throws Exception {
        store("1/模型 \"a\".txt", "x");
        assertThat(header(http.get(FILES + "/1/%E6%A8%A1%E5%9E%8B%20%22a%22.txt"), "Content-Disposition"))
                .isEqualTo("attachment; filename=____a_.txt; filename*=UTF-8''%E6%A8%A1%E5%9E%8B%20%22a%22.txt");
    }

    @Test
    void aListOfWhatIsNotThereIsEmpty() throws Exception {
        assertThat(http.get(FILES + "?path=none/at/all").body()).isEqualTo("{}");
    }

    @Test
    void aFileComesFromTheRunTheModelAndTheVersion() throws Exception {
        Run run = run(null);
        String place = run.artifactUri().substring("mlflow-artifacts:/".length());
        store(place + "/model/a b.txt", "content");
        platform.registry().createModel("m", "", Map.of());
        platform.registry().createVersion(NewModelVersion.of("m", run.artifactUri() + "/model"));
        String model = platform.tracking()
                .createLoggedModel(new NewLoggedModel(run.experimentId(), "n", "", run.id(), Map.of(), Map.of()))
                .id();
        store(
                platform.tracking().loggedModel(model).artifactUri().substring("mlflow-artifacts:/".length()) + "/f",
                "y");
        for (String path : List.of(
                "/get-artifact?run_id=" + run.id() + "&path=model/a%20b.txt",
                "/get-artifact?run_uuid=" + run.id() + "&path=model/a%20b.txt",
                "/model-versions/get-artifact?name=m&version=1&path=a%20b.txt")) {
            HttpResponse<String> response = http.get(path);
            assertThat(response.body()).as(path).isEqualTo("content");
            assertThat(header(response, "Content-Disposition")).startsWith("attachment; filename=a_b.txt");
        }
        String files = "/ajax-api/2.0/mlflow/logged-models/" + model + "/artifacts/files";
        assertThat(http.get(files + "?artifact_file_path=f").body()).isEqualTo("y");
        for (String path : List.of(
                "/get-artifact?run_id=" + run.id() + "&path=../x",
                "/get-artifact?run_id=" + run.id(),
                "/get-artifact?run_id=" + run.id() + "&path=%252e%252e/x",
                "/model-versions/get-artifact?name=m&version=1&path=/etc/passwd",
                "/model-versions/get-artifact?name=m&version=x&path=a",
                files + "?artifact_file_path=..%2fx",
                files)) {
            assertThat(http.get(path).statusCode()).as(path).isEqualTo(400);
        }
        for (String path : List.of(
                "/get-artifact?run_id=none&path=a",
                "/get-artifact?run_id=" + run.id() + "&path=none",
                "/model-versions/get-artifact?name=m&version=7&path=a")) {
            assertThat(http.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void anUploadThatTheDiskRefusesHalfwayIsAnswered() throws Exception {
        // Nothing can be written where a file stands for the folder.
        Files.writeString(
                Files.createDirectories(root.resolve("data/artifacts/0")).resolve("run"), "a file");
        HttpResponse<String> refused = http.put(FILES + "/0/run/model.bin", "x".repeat(1 << 20));
        assertThat(refused.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(Http.json(refused).path("message").asString()).contains("0/run");
    }

    @Test
    void aSmallFileIsUploadedToARun() throws Exception {
        Run run = run(null);
        String upload = "/ajax-api/2.0/mlflow/upload-artifact?run_uuid=" + run.id();
        assertThat(http.post(upload + "&path=a/b.txt", "content").statusCode()).isEqualTo(200);
        assertThat(stored(run.artifactUri().substring("mlflow-artifacts:/".length()) + "/a/b.txt"))
                .isEqualTo("content");
        assertThat(http.post(upload + "&path=a", "").body()).contains("Request must specify data.");
        assertThat(http.post(upload, "x").body()).contains("Request must specify path.");
        assertThat(http.post(upload + "&path=../../x", "x").statusCode()).isEqualTo(400);
        HttpResponse<String> large = http.post(upload + "&path=c", "x".repeat((10 << 20) + 1));
        assertThat(large.statusCode()).isEqualTo(400);
        assertThat(large.body()).contains("Artifact size is too large. Max size is 10MB.");
    }

    @Test
    void aLargeFileComesInParts() throws Exception {
        HttpResponse<String> created =
                http.post(PROXY + "/mpu/create/1/r/artifacts/sub", "{\"path\":\"/home/me/big.bin\",\"num_parts\":3}");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(200);
        JsonNode upload = Http.json(created);
        StringBuilder parts = new StringBuilder();
        for (int i = 2; i >= 0; i--) {
            JsonNode credential = upload.at("/credentials/" + i);
            HttpResponse<String> part = http.send(
                    HttpRequest.newBuilder(URI.create(credential.get("url").asString()))
                            .PUT(BodyPublishers.ofString("part" + i + ";")));
            assertThat(part.statusCode()).isEqualTo(200);
            parts.append(parts.isEmpty() ? "" : ",")
                    .append("{\"part_number\":")
                    .append(credential.get("part_number"))
                    .append(",\"etag\":\"")
                    .append(header(part, "ETag").replace("\"", "\\\""))
                    .append("\"}");
        }
        String complete = "{\"path\":\"/home/me/big.bin\",\"upload_id\":" + upload.get("upload_id") + ",\"parts\":["
                + parts + "]}";
        assertThat(http.get(FILES + "/1/r/artifacts/sub/big.bin").statusCode()).isEqualTo(404);
        for (int i = 0; i < 2; i++) {
            assertThat(http.post(PROXY + "/mpu/complete/1/r/artifacts/sub", complete)
                            .body())
                    .isEqualTo("{}");
        }
        assertThat(http.get(FILES + "/1/r/artifacts/sub/big.bin").body()).isEqualTo("part0;part1;part2;");
        JsonNode address = Http.json(http.get(PROXY + "/presigned/1/r/artifacts/sub/big.bin"));
        assertThat(address.get("file_size").asInt()).isEqualTo(18);
        assertThat(http.send(HttpRequest.newBuilder(
                                        URI.create(address.get("url").asString()))
                                .header("Range", "bytes=6-10"))
                        .body())
                .isEqualTo("part1");
    }

    @Test
    void anUploadInPartsCanBeAbortedAndLeadsNowhereElse() throws Exception {
        JsonNode upload = Http.json(http.post(PROXY + "/mpu/create", "{\"path\":\"a\"}"));
        String body = "{\"path\":\"a\",\"upload_id\":" + upload.get("upload_id") + "}";
        assertThat(http.post(PROXY + "/mpu/abort", body).statusCode()).isEqualTo(200);
        assertThat(http.post(PROXY + "/mpu/complete", body).statusCode()).isEqualTo(404);
        for (String path : List.of("/mpu/create/..%2f..", "/mpu/create/%252e%252e/a", "/mpu/create//proc")) {
            assertThat(http.post(PROXY + path, "{\"path\":\"a\"}").statusCode())
                    .as(path)
                    .isEqualTo(400);
        }
        assertThat(http.post(PROXY + "/mpu/create", "{\"path\":\"x/..\"}").statusCode())
                .isEqualTo(400);
        assertThat(http.post(PROXY + "/mpu/create", "{\"path\":\"a\",\"num_parts\":10001}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(http.put(PROXY + "/mpu/parts/..%2f..%2fx/1", "x").statusCode())
                .isBetween(400, 404);
        assertThat(platform.artifacts().list("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Length: 1000\r\n\r\nonly this", "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"})
    void anUploadThatBreaksOffLeavesNothing(String rest) throws Exception {
        store("1/old", "old");
        for (String name : List.of("new", "old")) {
            try (Socket socket = Raw.open(
                    control.uri(), "PUT " + FILES + "/1/" + name + " HTTP/1.1\r\nHost: localhost\r\n" + rest)) {
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            }
        }
        Path incoming = root.resolve("data/artifacts/.incoming");
        for (int i = 0; i < 100 && Files.exists(incoming) && !isEmpty(incoming); i++) {
            Thread.sleep(Duration.ofMillis(50));
        }
        assertThat(incoming).isEmptyDirectory();
        assertThat(http.get(FILES + "/1/new").statusCode()).isEqualTo(404);
        assertThat(stored("1/old")).isEqualTo("old");
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
