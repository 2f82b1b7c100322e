package io.steelyard.server.models;

import io.steelyard.artifacts.ArtifactException;
import io.steelyard.artifacts.ArtifactStore;
import io.steelyard.models.ModelException;
import io.steelyard.models.SignatureColumns;
import io.steelyard.registry.ModelVersion;
import io.steelyard.registry.RegistryStore;
import io.steelyard.tracking.TrackingException;
import io.steelyard.tracking.TrackingStore;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Compares two versions of a model. What is not there on one side, a run that was purged or files in another store,
/// leaves the others to be compared, and is said in the notes.
final class VersionComparison {
    private static final String ML_MODEL = "MLmodel";

    private final TrackingStore tracking;
    private final RegistryStore registry;
    private final ArtifactStore artifacts;
    private final List<String> notes = new ArrayList<>();

    VersionComparison(TrackingStore tracking, RegistryStore registry, ArtifactStore artifacts) {
        this.tracking = tracking;
        this.registry = registry;
        this.artifacts = artifacts;
    }

    VersionDiff compare(ModelVersion from, ModelVersion to) {
        List<ValueChange> params = bothOrNone(params(from), params(to));
        Files before = files(from);
        Files after = files(to);
        List<FileChange> files =
                before == null || after == null ? List.of() : FileChange.between(before.facts(), after.facts());
        List<ValueChange> signature =
                before == null || after == null ? List.of() : bothOrNone(before.signature(), after.signature());
        return new VersionDiff(
                from.modelName(),
                from.version(),
                to.version(),
                params,
                MetricChange.between(from.metrics(), to.metrics()),
                ValueChange.between(tags(from), tags(to)),
                signature,
                files,
                notes);
    }

    private static List<ValueChange> bothOrNone(@Nullable Map<String, String> from, @Nullable Map<String, String> to) {
        return from == null || to == null ? List.of() : ValueChange.between(from, to);
    }

    /// @return the parameters of the version's run; null: they are not known
    private @Nullable Map<String, String> params(ModelVersion version) {
        if (version.runId() == null) {
            notes.add("version " + version.version() + " names no run: parameters are not compared");
            return null;
        }
        try {
            return tracking.run(version.runId()).params();
        } catch (TrackingException e) {
            notes.add("version " + version.version() + ": " + e.getMessage() + ": parameters are not compared");
            return null;
        }
    }

    private static Map<String, String> tags(ModelVersion version) {
        Map<String, String> tags = new HashMap<>(version.tags());
        putIfKnown(tags, "config_hash", version.configHash());
        putIfKnown(tags, "data_version", version.dataVersion());
        putIfKnown(tags, "git_commit", version.gitCommit());
        return tags;
    }

    private static void putIfKnown(Map<String, String> tags, String key, @Nullable String value) {
        if (value != null) {
            tags.put(key, value);
        }
    }

    /// What the files of a version are, and what its signature says; null: it has none that can be read.
    private record Files(
            Map<String, FileFacts> facts, @Nullable Map<String, String> signature) {}

    /// @return the files; null: they cannot be read
    private @Nullable Files files(ModelVersion version) {
        String location = registry.downloadUri(version.modelName(), version.version());
        VersionFiles files = VersionFiles.at(artifacts, location).orElse(null);
        if (files == null) {
            notes.add("version " + version.version() + " lies in another store (" + location
                    + "): files and signature are not compared");
            return null;
        }
        try {
            return new Files(files.facts(), signature(version, files));
        } catch (ArtifactException | UncheckedIOException e) {
            notes.add(
                    "version " + version.version() + ": " + e.getMessage() + ": files and signature are not compared");
            return null;
        }
    }

    private @Nullable Map<String, String> signature(ModelVersion version, VersionFiles files) {
        try {
            byte[] mlModel = files.read(ML_MODEL).orElse(null);
            if (mlModel == null) {
                notes.add("version " + version.version() + " has no file MLmodel: the signature is not compared");
                return null;
            }
            return SignatureColumns.read(mlModel);
        } catch (ModelException e) {
            notes.add("version " + version.version() + ": " + e.getMessage() + ": the signature is not compared");
            return null;
        }
    }
}
