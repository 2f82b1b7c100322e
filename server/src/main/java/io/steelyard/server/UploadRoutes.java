package io.steelyard.server;

import static io.steelyard.server.ArtifactAnswers.guarded;
import static io.steelyard.server.ArtifactAnswers.json;
import static io.steelyard.server.ArtifactAnswers.path;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.steelyard.artifacts.ArtifactException;
import io.steelyard.artifacts.ArtifactFile;
import io.steelyard.artifacts.ArtifactStore;
import io.steelyard.artifacts.PartedUploads;
import io.steelyard.artifacts.PartedUploads.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Large files of the artifact proxy: uploads in parts, and addresses from which a client reads parts itself. MLflow
/// has them where its artifacts lie in a cloud's store, which then hands out the addresses; here they are addresses of
/// this server. Whoever knows an upload's id may send its parts.
final class UploadRoutes {
    private static final List<String> ROOTS = List.of("/api/2.0/mlflow-artifacts", "/ajax-api/2.0/mlflow-artifacts");
    private static final String PARTS = "/api/2.0/mlflow-artifacts/mpu/parts";
    private static final String FILES = "/api/2.0/mlflow-artifacts/artifacts/";
    private static final int GREATEST_BODY_BYTES = 4 << 20;
    private static final HeaderName FORWARDED_SCHEME = HeaderNames.create("X-Forwarded-Proto");

    private final ArtifactStore store;

    private UploadRoutes(ArtifactStore store) {
        this.store = store;
    }

    static void add(HttpRouting.Builder routing, ArtifactStore store) {
        UploadRoutes routes = new UploadRoutes(store);
        for (String root : ROOTS) {
            routes.post(routing, root + "/mpu/create", routes::create);
            routes.post(routing, root + "/mpu/complete", routes::complete);
            routes.post(routing, root + "/mpu/abort", routes::abort);
            String presigned = root + "/presigned";
            routing.get(
                    presigned + "/*",
                    guarded((request, response) -> routes.address(path(presigned, request), request, response)));
        }
        routing.put(PARTS + "/{id}/{number}", guarded(routes::part));
    }

    /// What an endpoint does.
    @FunctionalInterface
    private interface Endpoint {
        /// @param folder the folder behind the endpoint's path; empty: the root
        void answer(String folder, JsonNode body, ServerRequest request, ServerResponse response);
    }

    private void post(HttpRouting.Builder routing, String prefix, Endpoint endpoint) {
        routing.post(prefix, guarded((request, response) -> endpoint.answer("", body(request), request, response)));
        routing.post(
                prefix + "/*",
                guarded((request, response) ->
                        endpoint.answer(path(prefix, request), body(request), request, response)));
    }

    private void create(String folder, JsonNode body, ServerRequest request, ServerResponse response) {
        int parts = body.path("num_parts").asInt(1);
        if (parts < 1 || parts > PartedUploads.GREATEST_PART) {
            throw ArtifactException.invalid("num_parts is from 1 to "
                    + PartedUploads.GREATEST_PART + ", not " + parts
                    + ".\nSend greater parts (MLFLOW_MULTIPART_UPLOAD_CHUNK_SIZE).");
        }
        String id = store.uploads().start(target(folder, body));
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("upload_id", id);
        ArrayNode credentials = answer.putArray("credentials");
        for (int number = 1; number <= parts; number++) {
            ObjectNode credential = credentials.addObject();
            credential
                    .put("url", base(request) + PARTS + "/" + id + "/" + number)
                    .put("part_number", number);
            credential.putObject("headers");
        }
        json(response, answer);
    }

    private void part(ServerRequest request, ServerResponse response) {
        String id = request.path().pathParameters().get("id");
        int number = number(request.path().pathParameters().get("number"));
        try (InputStream content = ArtifactRoutes.content(request)) {
            Part part = store.uploads().put(id, number, content);
            response.header(HeaderNames.ETAG, '"' + part.tag() + '"');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        json(response, JsonNodeFactory.instance.objectNode());
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw ArtifactException.invalid("a part's number is a whole number, not '" + text + "'");
        }
    }

    private void complete(String folder, JsonNode body, ServerRequest request, ServerResponse response) {
        List<Part> parts = new ArrayList<>();
        for (JsonNode part : body.path("parts")) {
            parts.add(new Part(
                    part.path("part_number").asInt(0),
                    part.path("etag").asString("").replace("\"", "")));
        }
        store.uploads().complete(target(folder, body), text(body, "upload_id"), parts);
        json(response, JsonNodeFactory.instance.objectNode());
    }

    private void abort(String folder, JsonNode body, ServerRequest request, ServerResponse response) {
        store.uploads().abort(text(body, "upload_id"));
        json(response, JsonNodeFactory.instance.objectNode());
    }

    /// Tells where a client can read a file, whole or in parts: here.
    private void address(String path, ServerRequest request, ServerResponse response) {
        try (ArtifactFile file = store.file(path)) {
            ObjectNode answer = JsonNodeFactory.instance.objectNode().put("url", base(request) + FILES + encoded(path));
            answer.putObject("headers");
            json(response, answer.put("file_size", file.sizeBytes()));
        }
    }

    /// Clients send the file's path on their own machine: its last part is the name.
    private static String target(String folder, JsonNode body) {
        String local = text(body, "path");
        String name = local.substring(local.lastIndexOf('/') + 1);
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    private static String text(JsonNode body, String key) {
        String text = body.path(key).asString("");
        if (text.isEmpty()) {
            throw ArtifactException.invalid("Missing value for required parameter '" + key
                    + "'. See the API docs for more information about request parameters.");
        }
        return text;
    }

    /// The address under which the client reaches this server.
    private static String base(ServerRequest request) {
        String scheme = request.headers()
                .value(FORWARDED_SCHEME)
                .filter("https"::equals)
                .orElse("http");
        return scheme + "://" + request.headers().value(HeaderNames.HOST).orElseThrow();
    }

    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }

    private static JsonNode body(ServerRequest request) {
        try (InputStream content = ArtifactRoutes.content(request)) {
            byte[] bytes = content.readNBytes(GREATEST_BODY_BYTES);
            return bytes.length == 0
                    ? JsonNodeFactory.instance.objectNode()
                    : JsonMapper.shared().readTree(bytes);
        } catch (JacksonException e) {
            throw ArtifactException.invalid("the body is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
