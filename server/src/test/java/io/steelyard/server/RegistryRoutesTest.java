package io.steelyard.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.registry.Attribution;
import io.steelyard.registry.NewModelVersion;
import io.steelyard.registry.RegistryStore;
import io.steelyard.serving.HttpPort;
import io.steelyard.tracking.Metric;
import io.steelyard.tracking.NewRun;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.RunBatch;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class RegistryRoutesTest {
    private static final String MODELS = "/api/steelyard/v1/models";
    private static final String ML_MODEL = """
            flavors: {}
            signature:
              inputs: '[{"type":"@TYPE@","name":"age","required":true},{"type":"string","name":"note","required":false}]'
              outputs: '[{"type":"tensor","tensor-spec":{"dtype":"float32","shape":[-1]}}]'
            """;

    @TempDir
    Path root;

    private Platform platform;
    private ControlPlane control;
    private Http http;

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

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> response = http.get(MODELS + path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        return Http.json(response);
    }

    private int register(String name) {
        RegistryStore registry = platform.registry();
        registry.modelNamed(name);
        return registry.createVersion(NewModelVersion.of(name, "mlflow-artifacts:/0/r/artifacts/model"))
                .version();
    }

    @Test
    void modelsAreListedAndShown() throws Exception {
        register("m 1");
        platform.registry().promote("m 1", 1, Attribution.NONE);
        JsonNode listed = get("").get("models").get(0);
        assertThat(listed.get("name").asString()).isEqualTo("m 1");
        assertThat(listed.get("production_version").asInt()).isEqualTo(1);
        JsonNode shown = get("/m%201");
        assertThat(shown.at("/versions/0/stage").asString()).isEqualTo("production");
        assertThat(shown.at("/model/aliases/production").asInt()).isEqualTo(1);
    }

    @Test
    void whoMovedWhatAndWhyStandsInTheLog() throws Exception {
        register("m");
        HttpResponse<String> promoted =
                http.send(HttpRequest.newBuilder(URI.create(control.uri() + MODELS + "/m/promote"))
                        .header("Content-Type", "application/json")
                        .header("X-Steelyard-Actor", "ada")
                        .POST(BodyPublishers.ofString("{\"version\":1,\"reason\":\"better\",\"evidence\":\"{}\"}")));
        assertThat(promoted.statusCode()).as(promoted.body()).isEqualTo(200);
        http.send(HttpRequest.newBuilder(URI.create(control.uri() + "/api/2.0/mlflow/registered-models/alias"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Basic YmVuOnNlY3JldA==") // ben:secret
                .POST(BodyPublishers.ofString("{\"name\":\"m\",\"alias\":\"champion\",\"version\":\"1\"}")));
        JsonNode log = get("/m/log").get("log");
        assertThat(log.size()).isEqualTo(5);
        JsonNode moved = log.get(3);
        assertThat(moved.get("change").asString()).isEqualTo("stage");
        assertThat(moved.get("after").asString()).isEqualTo("Production");
        assertThat(moved.get("actor").asString()).isEqualTo("ada");
        assertThat(moved.get("reason").asString()).isEqualTo("better");
        assertThat(moved.get("evidence").asString()).isEqualTo("{}");
        assertThat(Instant.parse(moved.get("time").asString()))
                .isBefore(Instant.now().plusMillis(1));
        assertThat(log.get(4).get("actor").asString()).isEqualTo("ben");
    }

    @Test
    void whatWasInProductionIsTold() throws Exception {
        register("m");
        platform.registry().promote("m", 1, new Attribution("ci", "passed"));
        assertThat(get("/m/production").at("/production/version").asInt()).isEqualTo(1);
        assertThat(get("/m/production?at=2999-01-01")
                        .at("/production/since/actor")
                        .asString())
                .isEqualTo("ci");
        JsonNode before = get("/m/production?at=2026-03-03T12:00Z");
        assertThat(before.get("production").isNull()).isTrue();
        assertThat(before.get("at").asString()).isEqualTo("2026-03-03T12:00:00Z");
        assertThat(get("/m/production?at=2026-03-03T13:30%2B01:00").get("at").asString())
                .isEqualTo("2026-03-03T12:30:00Z");
        assertThat(get("/m/production?at=2026-03-03").get("at").asString()).isEqualTo("2026-03-03T23:59:59.999Z");
        platform.registry().renameModel("m", "n");
        platform.registry().deleteModel("n", Attribution.NONE);
        assertThat(get("/m/production").get("production").isNull()).isTrue();
    }

    private NewModelVersion version(String run, String type, String weights) {
        Run made = platform.tracking().createRun(new NewRun("0", run, "me", 1, Map.of()));
        platform.tracking()
                .log(
                        made.id(),
                        RunBatch.of(
                                List.of(new Metric("auc", run.equals("a") ? 0.75 : 0.875, 1, 0)),
                                Map.of("depth", run.equals("a") ? "3" : "4", "same", "1"),
                                Map.of()));
        String folder = "0/" + made.id() + "/artifacts/model";
        put(folder + "/MLmodel", ML_MODEL.replace("@TYPE@", type));
        put(folder + "/data/weights.bin", weights);
        put(folder + "/same.txt", "same");
        return NewModelVersion.of(
                "m", "mlflow-artifacts:/" + folder, platform.tracking().run(made.id()), "", Map.of("owner", run));
    }

    private void put(String path, String content) {
        platform.artifacts().put(path, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void twoVersionsAreCompared() throws Exception {
        platform.registry().modelNamed("m");
        platform.registry().createVersion(version("a", "long", "one"));
        platform.registry().createVersion(version("b", "double", "three"));
        JsonNode diff = get("/m/diff?from=1&to=2");
        assertThat(diff.get("params").toString()).isEqualTo("[{\"key\":\"depth\",\"from\":\"3\",\"to\":\"4\"}]");
        assertThat(diff.get("metrics").toString())
                .isEqualTo("[{\"key\":\"auc\",\"from\":0.75,\"to\":0.875,\"difference\":0.125}]");
        assertThat(diff.get("tags").toString()).isEqualTo("[{\"key\":\"owner\",\"from\":\"a\",\"to\":\"b\"}]");
        assertThat(diff.get("signature").toString())
                .isEqualTo("[{\"key\":\"inputs.age\",\"from\":\"long\",\"to\":\"double\"}]");
        assertThat(diff.get("files").size()).isEqualTo(2);
        JsonNode weights = diff.get("files").get(1);
        assertThat(weights.get("path").asString()).isEqualTo("data/weights.bin");
        assertThat(weights.at("/from/size_bytes").asInt()).isEqualTo(3);
        // sha256sum of "three"
        assertThat(weights.at("/to/sha256").asString())
                .isEqualTo("8b5b9db0c13db24256c829aa364aa90c6d2eba318b9232a4ab9313b954d3555f");
        assertThat(diff.get("notes").isEmpty()).isTrue();
        assertThat(get("/m/diff?from=1&to=1").get("files").isEmpty()).isTrue();
    }

    @Test
    void whatCannotBeComparedIsSaid() throws Exception {
        register("m");
        platform.registry().createVersion(NewModelVersion.of("m", "s3://elsewhere/model"));
        JsonNode diff = get("/m/diff?from=1&to=2");
        assertThat(diff.get("notes").toString())
                .contains("version 1 names no run: parameters are not compared")
                .contains("version 2 lies in another store (s3://elsewhere/model)");
        assertThat(diff.get("files").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /x                              | 404 | Registered Model with name=x not found
            /x/log                          | 404 | Registered Model with name=x not found
            /x/production                   | 404 | Registered Model with name=x not found
            /m/production?at=March          | 400 | Invalid value for parameter 'at': 'March' is no moment: write for example 2026-03-03T12:00Z, or a date such as 2026-03-03
            /m/diff?from=1&to=9             | 404 | Model Version (name=m, version=9) not found
            /m/diff?from=1                  | 400 | Parameter 'to' must be the number of a version, got ''. For example: ?from=1&to=2
            """)
    void whatCannotBeAnsweredIsRefused(String path, int status, String message) throws Exception {
        register("m");
        HttpResponse<String> response = http.get(MODELS + path);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Http.json(response).get("message").asString()).isEqualTo(message);
    }

    @Test
    void aMoveNeedsAVersion() throws Exception {
        register("m");
        for (String body : List.of("", "{}", "[1]", "nonsense")) {
            HttpResponse<String> response = http.post(MODELS + "/m/promote", body);
            assertThat(response.statusCode()).as(body).isEqualTo(400);
            assertThat(Http.json(response).get("error_code").asString()).isEqualTo("INVALID_PARAMETER_VALUE");
        }
        assertThat(http.post(MODELS + "/m/aliases/v1", "{\"version\":1}").body())
                .contains("Version alias name 'v1' is reserved.");
        assertThat(http.post(MODELS + "/m/aliases/best", "{\"version\":1}").body())
                .contains("\"aliases\":[\"best\"]");
    }
}
