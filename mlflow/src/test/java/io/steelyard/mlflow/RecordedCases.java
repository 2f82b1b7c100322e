package io.steelyard.mlflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One area of recorded requests, asked in order.
final class RecordedCases {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String USUAL_MOUNT = "/api/2.0/mlflow";
    private static final String TOKEN = "next_page_token";
    private static final Set<String> TIMES = Set.of(
            "creation_time",
            "last_update_time",
            "creation_timestamp",
            "last_updated_timestamp",
            "creation_timestamp_ms",
            "last_updated_timestamp_ms");

    private final MlflowRouter router;
    private final Map<String, String> kept = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();

    RecordedCases(MlflowRouter router) {
        this.router = router;
    }

    /// Asks one request.
    ///
    /// @param one the case
    /// @return what is not as it was recorded
    Optional<String> difference(JsonNode one) {
        MlflowAnswer answer = ask(one);
        JsonNode body = JSON.readTree(answer.json());
        one.path("keep").forEachEntry((name, place) -> {
            String part = body.at(place.stringValue()).asString("");
            (place.stringValue().endsWith(TOKEN) ? tokens : kept).put(name, part);
        });
        Object expected = plain(one.get(one.has("differs") ? "ours" : "answer"));
        Object actual = plain(body);
        boolean same = one.has("words") ? code(actual).equals(code(expected)) : actual.equals(expected);
        int status = one.get(one.has("our_status") ? "our_status" : "status").intValue();
        if (same && answer.status() == status) {
            return Optional.empty();
        }
        return Optional.of(
                one.get("method").stringValue() + " " + one.get("path").stringValue() + " "
                        + shortened(one.get("request").toString()) + "\n  expected " + status + " " + expected
                        + "\n  but was  " + answer.status() + " " + actual);
    }

    private MlflowAnswer ask(JsonNode one) {
        String method = one.get("method").stringValue();
        String path =
                filled(one.path("mount").asString(USUAL_MOUNT) + one.get("path").stringValue());
        if (!(router.find(method, path) instanceof MlflowRouter.Found found)) {
            throw new IllegalStateException("there is no endpoint " + method + " " + path);
        }
        JsonNode request = one.get("request");
        String text = filled(request.isString() ? request.stringValue() : request.toString());
        Map<String, List<String>> query = new HashMap<>();
        if (method.equals("GET")) {
            JSON.readTree(text).forEachEntry((name, value) -> query.put(name, values(value)));
        }
        byte[] body = method.equals("GET") ? new byte[0] : text.getBytes(UTF_8);
        return found.route()
                .answer(
                        MlflowRequest.of(found.route().method(), "application/json; charset=utf-8", query, body),
                        found.variables());
    }

    private static List<String> values(JsonNode value) {
        return value.isArray() ? value.valueStream().map(JsonNode::asString).toList() : List.of(value.asString());
    }

    private String filled(String text) {
        String filled = text;
        for (Map<String, String> known : List.of(kept, tokens)) {
            for (Map.Entry<String, String> entry : known.entrySet()) {
                filled = filled.replace("{" + entry.getKey() + "}", entry.getValue());
            }
        }
        return filled;
    }

    private static Object code(Object body) {
        return body instanceof Map<?, ?> map && map.containsKey("error_code")
                ? Objects.requireNonNull(map.get("error_code"))
                : body;
    }

    /// Objects as maps and lists of entries by key, which MLflow gives in the order of its database; times and ids as
    /// in the file.
    private Object plain(JsonNode value) {
        if (value.isObject()) {
            Map<String, Object> map = new TreeMap<>();
            value.forEachEntry((name, item) -> map.put(name, plain(name, item)));
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
            if (!entry.getValue().isEmpty()) {
                text = text.replace(entry.getValue(), "{" + entry.getKey() + "}");
            }
        }
        return text;
    }

    private Object plain(String name, JsonNode value) {
        if (TIMES.contains(name)) {
            return "<time>";
        }
        if (name.equals(TOKEN)) {
            return "<token>";
        }
        // MLflow gives a model's newest versions in the order of its database.
        return name.equals("latest_versions")
                ? value.valueStream()
                        .map(this::plain)
                        .sorted(Comparator.comparing(Object::toString))
                        .toList()
                : plain(value);
    }

    private static String shortened(String text) {
        return text.length() < 200 ? text : text.substring(0, 200);
    }
}
