package io.steelyard.mlflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.registry.jdbc.JdbcRegistryStore;
import io.steelyard.sql.Database;
import io.steelyard.sql.DatabaseUri;
import io.steelyard.tracking.jdbc.JdbcTrackingStore;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Requests that no well-meaning client sends are refused, and never fail.
class OddRequestsTest {
    @TempDir
    Path folder;

    private Database database;
    private List<MlflowRoute> routes;
    private MlflowRouter router;

    @BeforeEach
    void open() {
        database = Database.open(DatabaseUri.sqlite(folder.resolve("steelyard.db")));
        routes = MlflowApi.routes(JdbcTrackingStore.open(database), JdbcRegistryStore.open(database));
        router = MlflowRouter.of(routes);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private MlflowAnswer post(String path, byte[] body) {
        return ask("POST", path, "application/json", body);
    }

    private MlflowAnswer ask(String method, String path, @Nullable String type, byte[] body) {
        MlflowRouter.Found found = (MlflowRouter.Found) router.find(method, "/api/2.0/mlflow" + path);
        return found.route().answer(MlflowRequest.of(found.route().method(), type, Map.of(), body), found.variables());
    }

    private String run() {
        return JsonMapper.shared()
                .readTree(post("/runs/create", "{\"start_time\":5.0}".getBytes(UTF_8))
                        .json())
                .at("/run/info/run_id")
                .stringValue();
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() {
        for (@Nullable String type : new @Nullable String[] {"text/plain", null}) {
            MlflowAnswer answer = ask("POST", "/experiments/create", type, "{\"name\": \"a\"}".getBytes(UTF_8));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(new String(answer.json(), UTF_8))
                    .isEqualTo("{\"error_code\":\"INVALID_PARAMETER_VALUE\",\"message\":\"Bad Request. Content-Type "
                            + (type == null ? "header is missing." : "must be one of ['application/json'].")
                            + "\"}");
        }
    }

    @Test
    void oddValuesAreReadOrRefusedAndNeverFail() {
        String start = "{\"run_id\":\"" + run() + "\",";
        for (String odd : new String[] {
            "\"tags\":[null]",
            "\"tags\":[\"x\"]",
            "\"tags\":[[]]",
            "\"metrics\":[{\"key\":\"a\",\"value\":\"1d\",\"timestamp\":1}]",
            "\"metrics\":[{\"key\":\"a\",\"value\":1,\"timestamp\":1e30}]",
            "\"metrics\":[{\"key\":{},\"value\":1,\"timestamp\":1}]"
        }) {
            MlflowAnswer answer = post("/runs/log-batch", (start + odd + "}").getBytes(UTF_8));
            assertThat(answer.status())
                    .as(odd + new String(answer.json(), UTF_8))
                    .isEqualTo(400);
        }
    }

    @Test
    void noBodyMakesAnyEndpointFail() {
        ByteArrayOutputStream notUtf8 = new ByteArrayOutputStream();
        notUtf8.writeBytes("{\"run_id\":\"".getBytes(UTF_8));
        notUtf8.write(0xff);
        notUtf8.write(0xc0);
        notUtf8.writeBytes("\"}".getBytes(UTF_8));
        List<byte[]> bodies = List.of(
                new byte[0],
                new byte[] {0, 1, 2, (byte) 0xff},
                notUtf8.toByteArray(),
                "[".repeat(100_000).getBytes(UTF_8),
                "{\"a\":".repeat(100_000).getBytes(UTF_8),
                ("{\"run_id\":" + "[".repeat(3000) + "]".repeat(3000) + "}").getBytes(UTF_8),
                "\"\\\"x\\\"\"".getBytes(UTF_8),
                "{\"run_id\":1e999999999}".getBytes(UTF_8),
                "null".getBytes(UTF_8));
        for (MlflowRoute route : routes) {
            for (byte[] body : bodies) {
                MlflowAnswer answer = route.answer(
                        MlflowRequest.of(route.method(), "application/json", Map.of(), body),
                        Map.of("model_id", "m-none", "tag_key", "k"));
                assertThat(answer.status())
                        .as(route.method() + " " + route.path() + " " + new String(answer.json(), UTF_8))
                        .isLessThan(500);
            }
        }
    }

    @Test
    void aBatchOfMoreThanAMegabyteIsTaken() {
        StringBuilder body = new StringBuilder("{\"run_id\":\"" + run() + "\",\"params\":[");
        for (int i = 0; i < 100; i++) {
            body.append(i == 0 ? "" : ",")
                    .append("{\"key\":\"p")
                    .append(i)
                    .append("\",\"value\":\"")
                    .append("v".repeat(20_000))
                    .append("\"}");
        }
        MlflowAnswer answer =
                post("/runs/log-batch", body.append("]}").toString().getBytes(UTF_8));
        assertThat(answer.status()).isEqualTo(200);
    }
}
