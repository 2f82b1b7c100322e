package io.steelyard.server.models;

import io.steelyard.artifacts.ArtifactStore;
import io.steelyard.registry.Attribution;
import io.steelyard.registry.ModelVersion;
import io.steelyard.registry.RegistryEvent;
import io.steelyard.registry.RegistryException;
import io.steelyard.registry.RegistryStore;
import io.steelyard.registry.RegistryTimeline;
import io.steelyard.tracking.TrackingStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The desk over stores.
final class StoreModelDesk implements ModelDesk {
    private final TrackingStore tracking;
    private final RegistryStore registry;
    private final ArtifactStore artifacts;

    StoreModelDesk(TrackingStore tracking, RegistryStore registry, ArtifactStore artifacts) {
        this.tracking = tracking;
        this.registry = registry;
        this.artifacts = artifacts;
    }

    @Override
    public List<ModelSummary> list() {
        return registry.models().stream()
                .map(model -> ModelSummary.of(model, productionOf(model.name())))
                .toList();
    }

    @Override
    public ModelDetails show(String name) {
        return new ModelDetails(
                ModelSummary.of(registry.model(name), productionOf(name)),
                registry.versions(name).stream().map(VersionSummary::of).toList());
    }

    private @Nullable Integer productionOf(String name) {
        return registry.production(name).map(ModelVersion::version).orElse(null);
    }

    @Override
    public VersionSummary promote(String name, int version, Attribution attribution) {
        return VersionSummary.of(registry.promote(name, version, attribution));
    }

    @Override
    public VersionSummary alias(String name, String alias, int version, Attribution attribution) {
        registry.setAlias(name, alias, version, attribution);
        return VersionSummary.of(registry.version(name, version));
    }

    @Override
    public List<LogLine> log(String name) {
        return events(name).stream().map(LogLine::of).toList();
    }

    @Override
    public Optional<PastProduction> production(String name, Instant moment) {
        return RegistryTimeline.of(events(name))
                .productionAt(name, moment)
                .map(standing -> PastProduction.of(moment, standing));
    }

    @Override
    public VersionDiff diff(String name, int from, int to) {
        return new VersionComparison(tracking, registry, artifacts)
                .compare(registry.version(name, from), registry.version(name, to));
    }

    private List<RegistryEvent> events(String name) {
        List<RegistryEvent> events = registry.log(name);
        if (events.isEmpty()) {
            throw RegistryException.notFound("Registered Model with name=" + name + " not found");
        }
        return events;
    }
}
