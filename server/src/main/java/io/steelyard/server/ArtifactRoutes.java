package io.steelyard.server;

import static io.steelyard.server.ArtifactAnswers.guarded;
import static io.steelyard.server.ArtifactAnswers.json;
import static io.steelyard.server.ArtifactAnswers.path;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.steelyard.artifacts.ArtifactInfo;
import io.steelyard.artifacts.ArtifactStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// MLflow's artifact proxy: files stream through in both directions, none is ever whole in memory.
final class ArtifactRoutes {
    private static final List<String> PREFIXES =
            List.of("/api/2.0/mlflow-artifacts/artifacts", "/ajax-api/2.0/mlflow-artifacts/artifacts");

    private final ArtifactStore store;

    private ArtifactRoutes(ArtifactStore store) {
        this.store = store;
    }

    static void add(HttpRouting.Builder routing, ArtifactStore store) {
        ArtifactRoutes routes = new ArtifactRoutes(store);
        for (String prefix : PREFIXES) {
            Handler get = guarded(
                    (request, response) -> ArtifactDownload.send(store, path(prefix, request), request, response));
            routing.get(prefix, guarded(routes::list));
            routing.get(prefix + "/*", get);
            routing.head(prefix + "/*", get);
            routing.put(
                    prefix + "/*",
                    guarded((request, response) -> routes.put(path(prefix, request), request, response)));
            routing.delete(
                    prefix + "/*", guarded((request, response) -> routes.delete(path(prefix, request), response)));
        }
    }

    private void put(String path, ServerRequest request, ServerResponse response) {
        try (InputStream content = content(request)) {
            store.put(path, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        json(response, JsonNodeFactory.instance.objectNode());
    }

    static InputStream content(ServerRequest request) {
        return request.content().hasEntity() ? ArtifactAnswers.body(request) : InputStream.nullInputStream();
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
        if (files.isEmpty()) {
            answer.removeAll();
        }
        json(response, answer);
    }
}
