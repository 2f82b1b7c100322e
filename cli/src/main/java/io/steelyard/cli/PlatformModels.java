package io.steelyard.cli;

import io.steelyard.registry.ModelVersion;
import io.steelyard.server.ArtifactCopy;
import io.steelyard.server.Platform;
import java.nio.file.Path;
import java.util.List;

/// The models of stores that this process opened.
///
/// @param platform the stores, which the caller closes
record PlatformModels(Platform platform) implements StoredModels {
    @Override
    public Fetched version(ModelReference.Version reference, Path into) {
        return fetch(platform.registry().version(reference.name(), reference.number()), into);
    }

    @Override
    public Fetched aliased(ModelReference.Aliased reference, Path into) {
        return fetch(platform.registry().versionByAlias(reference.name(), reference.alias()), into);
    }

    @Override
    public Fetched staged(ModelReference.Staged reference, Path into) {
        List<ModelVersion> newest = platform.registry().latestVersions(reference.name(), List.of(reference.stage()));
        if (newest.isEmpty()) {
            throw StoredModels.noneStaged(reference);
        }
        return fetch(newest.getFirst(), into);
    }

    @Override
    public Fetched ofRun(ModelReference.OfRun reference, Path into) {
        String uri = platform.tracking().run(reference.run()).artifactUri();
        return new Fetched(ArtifactCopy.fetch(platform, uri, reference.path(), into), reference.run());
    }

    private Fetched fetch(ModelVersion version, Path into) {
        String uri = platform.registry().downloadUri(version.modelName(), version.version());
        return new Fetched(ArtifactCopy.fetch(platform, uri, "", into), Integer.toString(version.version()));
    }

    @Override
    public void close() {}
}
