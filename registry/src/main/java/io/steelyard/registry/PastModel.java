package io.steelyard.registry;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a model was after the lines of the log that were applied to it.
final class PastModel {
    private static final String PRODUCTION = ModelStage.PRODUCTION.mlflowName();

    /// When each version was registered.
    private final Map<Integer, Long> registered;

    /// The line that brought each version into production which is there.
    private final Map<Integer, RegistryEvent> production;

    /// The line that let each alias point where it points.
    private final Map<String, RegistryEvent> aliases;

    private @Nullable String name;

    PastModel() {
        this(new HashMap<>(), new HashMap<>(), new HashMap<>(), null);
    }

    private PastModel(
            Map<Integer, Long> registered,
            Map<Integer, RegistryEvent> production,
            Map<String, RegistryEvent> aliases,
            @Nullable String name) {
        this.registered = registered;
        this.production = production;
        this.aliases = aliases;
        this.name = name;
    }

    PastModel copy() {
        return new PastModel(new HashMap<>(registered), new HashMap<>(production), new HashMap<>(aliases), name);
    }

    void apply(RegistryEvent event) {
        name = event.modelName();
        switch (event.change()) {
            case CREATED, RENAMED -> {}
            case DELETED -> {
                production.clear();
                aliases.clear();
            }
            case REGISTERED -> registered.put(event.version(), event.timeMillis());
            case STAGE -> {
                if (!event.after().equals(PRODUCTION)) {
                    production.remove(event.version());
                } else if (!event.before().equals(PRODUCTION)) {
                    production.put(event.version(), event);
                }
            }
            case VERSION_DELETED -> production.remove(event.version());
            case ALIAS -> aliases.put(event.alias(), event);
            case ALIAS_DELETED -> aliases.remove(event.alias());
        }
    }

    Optional<VersionStanding> production() {
        return production.values().stream()
                .max(Comparator.<RegistryEvent>comparingLong(e -> registered.getOrDefault(e.version(), 0L))
                        .thenComparingInt(RegistryEvent::version))
                .map(this::standing);
    }

    Optional<VersionStanding> alias(String alias) {
        return Optional.ofNullable(aliases.get(alias)).map(this::standing);
    }

    private VersionStanding standing(RegistryEvent since) {
        return new VersionStanding(name == null ? since.modelName() : name, since.version(), since);
    }
}
