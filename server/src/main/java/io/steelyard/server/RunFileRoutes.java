package io.steelyard.server;

import static io.steelyard.server.ArtifactAnswers.guarded;
import static io.steelyard.server.ArtifactAnswers.required;

import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.steelyard.artifacts.ArtifactException;
import io.steelyard.artifacts.ArtifactStore;
import io.steelyard.mlflow.ArtifactRoots;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.OptionalLong;

/// Files by the run, the logged model or the model version that they belong to, as MLflow's pages ask for them.
final class RunFileRoutes {
    private static final String PAGES = "/ajax-api/2.0/mlflow";
    private static final int GREATEST_UPLOAD_BYTES = 10 << 20;

    private final ArtifactStore store;
    private final ArtifactRoots roots;

    private RunFileRoutes(ArtifactStore store, ArtifactRoots roots) {
        this.store = store;
        this.roots = roots;
    }

    static void add(HttpRouting.Builder routing, Platform platform) {
        RunFileRoutes routes =
                new RunFileRoutes(platform.artifacts(), new ArtifactRoots(platform.tracking(), platform.registry()));
        routing.get("/get-artifact", guarded(routes::ofRun));
        routing.get("/model-versions/get-artifact", guarded(routes::ofVersion));
        routing.get(PAGES + "/logged-models/{id}/artifacts/files", guarded(routes::ofLoggedModel));
        routing.post(PAGES + "/upload-artifact", guarded(routes::upload));
    }

    private void ofRun(ServerRequest request, ServerResponse response) {
        String id = required(request, request.query().contains("run_id") ? "run_id" : "run_uuid");
        send(roots.ofRun(id), required(request, "path"), request, response);
    }

    private void ofVersion(ServerRequest request, ServerResponse response) {
        String root = roots.ofVersion(required(request, "name"), required(request, "version"));
        send(root, required(request, "path"), request, response);
    }

    private void ofLoggedModel(ServerRequest request, ServerResponse response) {
        String root = roots.ofLoggedModel(request.path().pathParameters().get("id"));
        send(root, required(request, "artifact_file_path"), request, response);
    }

    private void send(String root, String path, ServerRequest request, ServerResponse response) {
        ArtifactDownload.send(store, ArtifactLocation.path(root, path), request, response);
    }

    private void upload(ServerRequest request, ServerResponse response) {
        String id = required(request, "run_uuid");
        String path = required(request, "path");
        byte[] content = content(request);
        store.put(ArtifactLocation.path(roots.ofRun(id), path), new ByteArrayInputStream(content));
        response.header(HeaderValues.CONTENT_TYPE_JSON).send();
    }

    private static byte[] content(ServerRequest request) {
        OptionalLong length = request.headers().contentLength();
        if (length.isPresent() && length.getAsLong() > GREATEST_UPLOAD_BYTES) {
            throw tooLarge();
        }
        try (InputStream stream = ArtifactRoutes.content(request)) {
            byte[] content = stream.readNBytes(GREATEST_UPLOAD_BYTES + 1);
            if (content.length > GREATEST_UPLOAD_BYTES) {
                throw tooLarge();
            }
            if (content.length == 0) {
                throw ArtifactException.invalid("Request must specify data.");
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ArtifactException tooLarge() {
        return ArtifactException.invalid("Artifact size is too large. Max size is 10MB.");
    }
}
