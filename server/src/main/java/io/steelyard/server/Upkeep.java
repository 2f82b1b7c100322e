package io.steelyard.server;

import io.steelyard.artifacts.ArtifactException;
import io.steelyard.registry.ModelVersion;
import io.steelyard.registry.RegisteredModel;
import io.steelyard.registry.RegistryStore;
import io.steelyard.tracking.TrackingPurge.Purged;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What keeps the stores of a platform in order, while they are used.
public final class Upkeep {
    private final Platform platform;

    /// Upkeep of a platform.
    ///
    /// @param platform its stores
    public Upkeep(Platform platform) {
        this.platform = platform;
    }

    /// What was removed, or would be.
    ///
    /// @param experiments how many experiments
    /// @param runs how many runs
    /// @param loggedModels how many logged models
    /// @param artifactFolders from how many places files were deleted; 0 where it was only counted
    /// @param kept places whose files stay, because a registered version's model lies there, or because they lie in
    ///     another store
    public record Cleaned(int experiments, int runs, int loggedModels, int artifactFolders, List<String> kept) {
        public Cleaned {
            kept = List.copyOf(kept);
        }
    }

    /// Counts what [#clean] would remove now.
    ///
    /// @param deletedBeforeMillis in milliseconds since 1970-01-01 UTC
    /// @return how much
    public Cleaned count(long deletedBeforeMillis) {
        Purged purged = platform.purge().purgeable(deletedBeforeMillis);
        return new Cleaned(purged.experiments(), purged.runs(), purged.loggedModels(), 0, List.of());
    }

    /// Removes for good the runs, experiments and logged models that were deleted before a moment, and their files.
    /// Where it is broken off, the next call goes on. Files in which the model of a registered version lies stay until
    /// that version is deleted.
    ///
    /// @param deletedBeforeMillis in milliseconds since 1970-01-01 UTC
    /// @return what was removed
    public Cleaned clean(long deletedBeforeMillis) {
        Purged purged = platform.purge().purge(deletedBeforeMillis);
        List<String> kept = new ArrayList<>();
        int folders = 0;
        List<String> models = modelPlaces();
        for (String location : platform.purge().freedLocations()) {
            Optional<String> place = place(location);
            if (place.isPresent() && models.stream().noneMatch(model -> isWithin(model, place.get()))) {
                platform.artifacts().delete(place.get());
                platform.purge().forgetLocation(location);
                folders++;
            } else {
                kept.add(location);
            }
        }
        return new Cleaned(purged.experiments(), purged.runs(), purged.loggedModels(), folders, kept);
    }

    /// Copies the database; see [Platform#backup].
    ///
    /// @param target the copy; there is no such file yet
    public void backup(Path target) {
        platform.backup(target);
    }

    /// Where the models of all registered versions lie, as far as it is in the artifact store.
    private List<String> modelPlaces() {
        RegistryStore registry = platform.registry();
        List<String> places = new ArrayList<>();
        for (RegisteredModel model : registry.models()) {
            for (ModelVersion version : registry.versions(model.name())) {
                place(version.artifactPath()).ifPresent(places::add);
                place(registry.downloadUri(version.modelName(), version.version()))
                        .ifPresent(places::add);
            }
        }
        return places;
    }

    private static Optional<String> place(String location) {
        try {
            return ArtifactLocation.find(location, "");
        } catch (ArtifactException e) {
            // It leads out of the store, so nothing of it is in there.
            return Optional.empty();
        }
    }

    private static boolean isWithin(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }
}
