package io.steelyard.mlflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.steelyard.registry.jdbc.JdbcRegistryStore;
import io.steelyard.sql.Database;
import io.steelyard.sql.DatabaseUri;
import io.steelyard.tracking.jdbc.JdbcTrackingStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// What MLflow 3.11.1 answered to a list of requests (`cases.json`, made by `record.py` beside it), and what we answer
/// to them.
class RecordedCasesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> TIMES =
            Set.of("creation_time", "last_update_time", "creation_timestamp", "last_updated_timestamp");

    @TempDir
    Path folder;

    private final Map<String, String> kept = new HashMap<>();

    @Test
    void everyAnswerIsMlflowsOrDiffersForAReason() throws IOException {
        try (Database database = Database.open(DatabaseUri.sqlite(folder.resolve("steelyard.db")));
                InputStream file = Objects.requireNonNull(getClass().getResourceAsStream("cases.json"))) {
            List<MlflowRoute> routes =
                    MlflowApi.routes(JdbcTrackingStore.open(database), JdbcRegistryStore.open(database));
            List<String> differences = new ArrayList<>();
            JsonNode cases = JSON.readTree(file);
            for (JsonNode one : cases) {
                MlflowAnswer answer = ask(routes, one);
                JsonNode body = JSON.readTree(answer.json());
                if (one.has("keep")) {
                    kept.put(
                            one.get("keep").stringValue(),
                            body.at("/run/info/run_id").stringValue());
                }
                boolean differs = one.has("differs");
                Object expected = plain(one.get(differs ? "ours" : "answer"));
                boolean sameStatus =
                        differs || answer.status() == one.get("status").intValue();
                if (!plain(body).equals(expected) || !sameStatus) {
                    differences.add(one.get("path").stringValue() + " " + shortened(one.get("request"))
                            + "\n  expected " + one.get("status") + " " + expected
                            + "\n  but was  " + answer.status() + " " + plain(body));
                }
            }
            assertThat(differences).isEmpty();
            assertThat(cases).hasSizeGreaterThan(150);
        }
    }

    private MlflowAnswer ask(List<MlflowRoute> routes, JsonNode one) {
        MlflowRoute route = routes.stream()
                .filter(r -> r.method().name().equals(one.get("method").stringValue())
                        && r.path().equals(one.get("path").stringValue()))
                .findFirst()
                .orElseThrow();
        JsonNode request = one.get("request");
        if (route.method() == MlflowRoute.Method.POST) {
            String body = request.isString() ? request.stringValue() : filled(request.toString());
            return route.answer(MlflowRequest.ofBody("application/json; charset=utf-8", body.getBytes(UTF_8)));
        }
        Map<String, List<String>> query = new HashMap<>();
        request.forEachEntry((name, value) -> query.put(name, List.of(filled(value.asString()))));
        return route.answer(MlflowRequest.ofQuery(query, new byte[0]));
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> entry : kept.entrySet()) {
            filled = filled.replace("{" + entry.getKey() + "}", entry.getValue());
        }
        return filled;
    }

    /// Objects as maps and lists of entries by key, which MLflow gives in the order of its database; times and ids as
    /// in the file.
    private Object plain(JsonNode value) {
        if (value.isObject()) {
            Map<String, Object> map = new HashMap<>();
            value.forEachEntry((name, item) -> map.put(name, TIMES.contains(name) ? "<time>" : plain(item)));
            return map;
        }
        if (value.isArray()) {
            List<Object> list = new ArrayList<>();
            value.forEach(item -> list.add(plain(item)));
            long keys =
                    value.valueStream().map(item -> item.path("key")).distinct().count();
            if (keys == value.size()) {
                list.sort(Comparator.comparing(Object::toString));
            }
            return list;
        }
        if (value.isNumber()) {
            return value.doubleValue();
        }
        String text = value.asString();
        for (Map.Entry<String, String> entry : kept.entrySet()) {
            text = text.replace(entry.getValue(), "{" + entry.getKey() + "}");
        }
        return text;
    }

    private static String shortened(JsonNode request) {
        String text = request.toString();
        return text.length() < 200 ? text : text.substring(0, 200);
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() {
        try (Database database = Database.open(DatabaseUri.sqlite(folder.resolve("steelyard.db")))) {
            MlflowRoute route = MlflowApi.routes(JdbcTrackingStore.open(database), JdbcRegistryStore.open(database))
                    .getFirst();
            for (@Nullable String type : new @Nullable String[] {"text/plain", null}) {
                MlflowAnswer answer = route.answer(MlflowRequest.ofBody(type, "{\"name\": \"a\"}".getBytes(UTF_8)));
                assertThat(answer.status()).isEqualTo(400);
                assertThat(new String(answer.json(), UTF_8))
                        .isEqualTo(
                                "{\"error_code\":\"INVALID_PARAMETER_VALUE\",\"message\":\"Bad Request. Content-Type "
                                        + (type == null ? "header is missing." : "must be one of ['application/json'].")
                                        + "\"}");
            }
        }
    }

    @Test
    void oddValuesAreReadOrRefusedAndNeverFail() {
        try (Database database = Database.open(DatabaseUri.sqlite(folder.resolve("steelyard.db")))) {
            List<MlflowRoute> routes =
                    MlflowApi.routes(JdbcTrackingStore.open(database), JdbcRegistryStore.open(database));
            String run = "{\"path\":\"/runs/create\",\"method\":\"POST\",\"request\":{\"start_time\":5.0}}";
            JsonNode made = JSON.readTree(ask(routes, JSON.readTree(run)).json());
            assertThat(made.at("/run/info/start_time").intValue()).isEqualTo(5);
            kept.put("run", made.at("/run/info/run_id").stringValue());
            String start = "{\"path\":\"/runs/log-batch\",\"method\":\"POST\",\"request\":{\"run_id\":\"{run}\",";
            for (String odd : new String[] {
                "\"tags\":[null]",
                "\"tags\":[\"x\"]",
                "\"tags\":[[]]",
                "\"metrics\":[{\"key\":\"a\",\"value\":\"1d\",\"timestamp\":1}]",
                "\"metrics\":[{\"key\":\"a\",\"value\":1,\"timestamp\":1e30}]",
                "\"metrics\":[{\"key\":{},\"value\":1,\"timestamp\":1}]"
            }) {
                MlflowAnswer answer = ask(routes, JSON.readTree(start + odd + "}}"));
                assertThat(answer.status())
                        .as(odd + new String(answer.json(), UTF_8))
                        .isEqualTo(400);
            }
        }
    }
}
