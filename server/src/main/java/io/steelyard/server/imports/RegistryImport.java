package io.steelyard.server.imports;

import io.steelyard.registry.Archiving;
import io.steelyard.registry.Attribution;
import io.steelyard.registry.ModelStage;
import io.steelyard.registry.ModelVersion;
import io.steelyard.registry.NewModelVersion;
import io.steelyard.registry.RegisteredModel;
import io.steelyard.registry.RegistryStore;
import io.steelyard.server.Platform;
import io.steelyard.server.imports.MlflowRecords.Registered;
import io.steelyard.server.imports.MlflowRecords.Version;
import io.steelyard.tracking.Run;
import io.steelyard.tracking.TrackingException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Brings registered models over, each change at the time at which MLflow says it was.
final class RegistryImport {
    private static final Attribution IMPORTED = Attribution.because("imported from MLflow");

    private final Platform platform;
    private final RegistryStore registry;
    private final Map<String, String> moved;
    private Instant now = Instant.EPOCH;
    private int newVersions;

    /// @param moved where artifacts stand now, by where they stood
    RegistryImport(Platform platform, Map<String, String> moved) {
        this.platform = platform;
        this.moved = moved;
        this.registry = platform.registryAt(() -> now);
    }

    int newVersions() {
        return newVersions;
    }

    void one(Registered model) {
        at(model.createdAtMillis());
        Optional<RegisteredModel> here = registry.models().stream()
                .filter(known -> known.name().equals(model.name()))
                .findFirst();
        if (here.isEmpty()) {
            registry.createModel(model.name(), model.description(), model.tags());
        }
        Set<Integer> known = registry.versions(model.name()).stream()
                .map(ModelVersion::version)
                .collect(Collectors.toSet());
        Map<Integer, Version> versions = new HashMap<>();
        model.versions().forEach(version -> versions.put(version.number(), version));
        int first = known.stream().max(Comparator.naturalOrder()).orElse(0) + 1;
        int last = model.versions().stream()
                .filter(version -> here.isEmpty() || !version.isDeleted())
                .mapToInt(Version::number)
                .max()
                .orElse(0);
        for (int number = first; number <= last; number++) {
            add(model.name(), number, Optional.ofNullable(versions.get(number)).filter(v -> !v.isDeleted()));
        }
        aliases(model);
    }

    /// Makes the version of a number; one that was deleted is made and deleted, so that its number stays taken.
    private void add(String name, int number, Optional<Version> version) {
        version.ifPresent(v -> at(v.createdAtMillis()));
        int made = registry.createVersion(version.map(v -> of(name, v)).orElseGet(() -> NewModelVersion.of(name, "")))
                .version();
        if (made < number) {
            // Numbers that were taken and given up here.
            registry.deleteVersion(name, made, IMPORTED);
            add(name, number, version);
            return;
        }
        if (made > number) {
            registry.deleteVersion(name, made, IMPORTED);
            throw new ImportException(
                    "version " + number + " of the registered model '" + name
                            + "' cannot be brought over: that number was given to another version here",
                    null);
        }
        if (version.isEmpty()) {
            registry.deleteVersion(name, made, IMPORTED);
            return;
        }
        newVersions++;
        ModelStage stage = ModelStage.parse(version.get().stage());
        if (stage != ModelStage.DEVELOPMENT) {
            at(version.get().changedAtMillis());
            registry.transition(name, number, stage, Archiving.KEEP_OTHERS, IMPORTED);
        }
    }

    private NewModelVersion of(String name, Version version) {
        String source = source(version.source());
        String runId = version.runId();
        if (runId != null) {
            try {
                Run run = platform.tracking().run(runId);
                return NewModelVersion.of(name, source, run, version.description(), version.tags());
            } catch (TrackingException e) {
                if (e.kind() != TrackingException.Kind.NOT_FOUND) {
                    throw e;
                }
                // The run was purged; its version lives on.
            }
        }
        return new NewModelVersion(
                name, source, null, null, "", Map.of(), null, null, null, version.description(), version.tags());
    }

    private String source(String source) {
        return moved.entrySet().stream()
                .filter(root -> source.equals(root.getKey()) || source.startsWith(root.getKey() + "/"))
                .max(Comparator.comparingInt(root -> root.getKey().length()))
                .map(root -> root.getValue() + source.substring(root.getKey().length()))
                .orElse(source);
    }

    private void aliases(Registered model) {
        List<ModelVersion> here = registry.versions(model.name());
        Set<String> known =
                here.stream().flatMap(version -> version.aliases().stream()).collect(Collectors.toSet());
        Set<Integer> numbers = here.stream().map(ModelVersion::version).collect(Collectors.toSet());
        model.aliases().forEach((alias, number) -> {
            if (!known.contains(alias) && numbers.contains(number)) {
                registry.setAlias(model.name(), alias, number, IMPORTED);
            }
        });
    }

    private void at(long millis) {
        now = Instant.ofEpochMilli(millis);
    }
}
