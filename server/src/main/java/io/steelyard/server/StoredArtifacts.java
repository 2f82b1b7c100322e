package io.steelyard.server;

import io.steelyard.artifacts.ArtifactInfo;
import io.steelyard.artifacts.ArtifactStore;
import io.steelyard.mlflow.ArtifactListing;
import io.steelyard.mlflow.wire.FileEntry;
import java.util.List;

/// Lists the artifacts of runs and logged models in the server's own store. Artifacts that stand elsewhere are not
/// listed: the server does not go to addresses that clients name.
///
/// @param store the store
record StoredArtifacts(ArtifactStore store) implements ArtifactListing {
    @Override
    public List<FileEntry> list(String rootUri, String folder) {
        return ArtifactLocation.find(rootUri, folder).stream()
                .flatMap(path -> store.list(path).stream())
                .map(info -> entry(folder, info))
                .toList();
    }

    private static FileEntry entry(String folder, ArtifactInfo info) {
        String path = folder.isEmpty() ? info.name() : folder + "/" + info.name();
        return switch (info.kind()) {
            case FILE -> new FileEntry(path, false, info.sizeBytes());
            case FOLDER -> new FileEntry(path, true, null);
        };
    }
}
