package io.steelyard.server;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.steelyard.artifacts.ArtifactException;
import io.steelyard.artifacts.ArtifactInfo;
import io.steelyard.artifacts.ArtifactStore;
import io.steelyard.mlflow.MlflowAnswer;
import io.steelyard.mlflow.MlflowErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// MLflow's artifact proxy: files stream through in both directions, none is ever whole in memory.
final class ArtifactRoutes {
    private static final List<String> PREFIXES =
            List.of("/api/2.0/mlflow-artifacts/artifacts", "/ajax-api/2.0/mlflow-artifacts/artifacts");
    private static final HeaderName NO_SNIFFING = HeaderNames.create("X-Content-Type-Options");
    private static final HeaderName DISPOSITION = HeaderNames.create("Content-Disposition");

    private final ArtifactStore store;

    private ArtifactRoutes(ArtifactStore store) {
        this.store = store;
    }

    static void add(HttpRouting.Builder routing, ArtifactStore store) {
        ArtifactRoutes routes = new ArtifactRoutes(store);
        for (String prefix : PREFIXES) {
            routing.get(prefix, guarded(routes::list));
            routing.put(
                    prefix + "/*",
                    guarded((request, response) -> routes.put(path(prefix, request), request, response)));
            routing.get(prefix + "/*", guarded((request, response) -> routes.get(path(prefix, request), response)));
            routing.delete(
                    prefix + "/*", guarded((request, response) -> routes.delete(path(prefix, request), response)));
        }
    }

    /// A handler whose refusals are answered as MLflow answers them.
    private static Handler guarded(Handler handler) {
        return (request, response) -> {
            try {
                handler.handle(request, response);
            } catch (ArtifactException e) {
                MlflowAnswer answer = MlflowAnswer.error(code(e.kind()), String.valueOf(e.getMessage()));
                response.status(Status.create(answer.status()))
                        .header(HeaderValues.CONTENT_TYPE_JSON)
                        .send(answer.json());
            }
        };
    }

    private static MlflowErrorCode code(ArtifactException.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> MlflowErrorCode.RESOURCE_DOES_NOT_EXIST;
            case INVALID -> MlflowErrorCode.INVALID_PARAMETER_VALUE;
            case FAILED -> MlflowErrorCode.INTERNAL_ERROR;
        };
    }

    private void put(String path, ServerRequest request, ServerResponse response) {
        try (InputStream content =
                request.content().hasEntity() ? request.content().inputStream() : InputStream.nullInputStream()) {
            store.put(path, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        json(response, JsonNodeFactory.instance.objectNode());
    }

    private void get(String path, ServerResponse response) {
        try (InputStream content = store.open(path)) {
            String name = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^\\w.-]", "_");
            response.header(HeaderNames.CONTENT_TYPE, "application/octet-stream")
                    .header(HeaderNames.CONTENT_LENGTH, Long.toString(store.sizeBytes(path)))
                    .header(DISPOSITION, "attachment; filename=" + name)
                    .header(NO_SNIFFING, "nosniff");
            try (OutputStream out = response.outputStream()) {
                content.transferTo(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete(String path, ServerResponse response) {
        store.delete(path);
        json(response, JsonNodeFactory.instance.objectNode());
    }

    private void list(ServerRequest request, ServerResponse response) {
        String folder = request.query().first("path").orElse("");
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode files = answer.putArray("files");
        for (ArtifactInfo info : store.list(folder)) {
            ObjectNode file = files.addObject().put("path", info.name());
            switch (info.kind()) {
                case FILE -> file.put("is_dir", false).put("file_size", info.sizeBytes());
                case FOLDER -> file.put("is_dir", true);
            }
        }
        json(response, answer);
    }

    private static String path(String prefix, ServerRequest request) {
        return request.path().path().substring(prefix.length() + 1);
    }

    private static void json(ServerResponse response, ObjectNode body) {
        response.header(HeaderValues.CONTENT_TYPE_JSON).send(JsonMapper.shared().writeValueAsBytes(body));
    }
}
