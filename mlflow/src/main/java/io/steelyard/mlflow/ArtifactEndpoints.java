package io.steelyard.mlflow;

import static io.steelyard.mlflow.MlflowRoute.Method.GET;

import io.steelyard.mlflow.wire.ListArtifacts;
import io.steelyard.mlflow.wire.ListArtifactsResponse;
import io.steelyard.mlflow.wire.ListLoggedModelArtifacts;
import io.steelyard.tracking.TrackingStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The endpoints that list the artifacts of a run and of a logged model.
final class ArtifactEndpoints {
    private final TrackingStore store;
    private final ArtifactListing listing;

    ArtifactEndpoints(TrackingStore store, ArtifactListing listing) {
        this.store = store;
        this.listing = listing;
    }

    List<MlflowRoute> routes() {
        return List.of(
                MlflowRoute.of(GET, "/artifacts/list", ListArtifacts.class, this::ofRun),
                MlflowRoute.of(
                        GET,
                        "/logged-models/{model_id}/artifacts/directories",
                        ListLoggedModelArtifacts.class,
                        this::ofModel));
    }

    private ListArtifactsResponse ofRun(ListArtifacts request) {
        String folder = folder(request.path());
        return list(store.run(request.runId()).artifactUri(), folder);
    }

    private ListArtifactsResponse ofModel(ListLoggedModelArtifacts request) {
        String folder = folder(request.artifactDirectoryPath());
        return list(store.loggedModel(request.modelId()).artifactUri(), folder);
    }

    private ListArtifactsResponse list(String root, String folder) {
        return new ListArtifactsResponse(root, listing.list(root, folder));
    }

    private static String folder(@Nullable String path) {
        String folder = Entries.text(path);
        if (!folder.isEmpty() && !SourceUri.isFolder(folder)) {
            throw MlflowException.invalid("Invalid path");
        }
        return folder;
    }
}
