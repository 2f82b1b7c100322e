package io.steelyard.registry;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the log says of one moment. It is made of the log's lines alone: renames, and what was deleted since, change
/// nothing about the past.
///
/// A name means the model that had it at that moment; where none had it then, the model that got it next. So a question
/// about the past may use the name of then or the name of now.
public final class RegistryTimeline {
    private final List<RegistryEvent> log;

    private RegistryTimeline(List<RegistryEvent> log) {
        this.log = log;
    }

    /// Makes one of a log.
    ///
    /// @param log the lines, the oldest first: all that there are of the models that ever had the names asked for, as
    ///     [RegistryStore#log] gives them
    /// @return the timeline
    public static RegistryTimeline of(List<RegistryEvent> log) {
        return new RegistryTimeline(List.copyOf(log));
    }

    /// Looks for the version that was in production.
    ///
    /// @param name the model's name, of then or of now
    /// @param moment when
    /// @return of the versions that were in production the one that was registered last (of two at the same time: the
    ///     greater number); empty: none was, or there was no such model
    public Optional<VersionStanding> productionAt(String name, Instant moment) {
        return modelAt(name, moment).flatMap(PastModel::production);
    }

    /// Looks for the version that an alias pointed at.
    ///
    /// @param name the model's name, of then or of now
    /// @param alias the alias
    /// @param moment when
    /// @return the version; empty: there was no such alias or model
    public Optional<VersionStanding> aliasAt(String name, String alias, Instant moment) {
        return modelAt(name, moment).flatMap(model -> model.alias(alias));
    }

    private Optional<PastModel> modelAt(String name, Instant moment) {
        // The models by the names that they have; a model that is deleted has none.
        Map<String, PastModel> named = new HashMap<>();
        List<RegistryEvent> later = log.stream()
                .filter(event -> event.timeMillis() > moment.toEpochMilli())
                .toList();
        log.stream()
                .filter(event -> event.timeMillis() <= moment.toEpochMilli())
                .forEach(event -> modelOf(named, event).apply(event));
        PastModel then = named.get(name);
        if (then != null) {
            return Optional.of(then);
        }
        // What the models are called later decides only which of them is meant.
        Map<PastModel, PastModel> asTheyWere = new HashMap<>();
        named.values().forEach(model -> asTheyWere.put(model, model.copy()));
        for (RegistryEvent event : later) {
            PastModel model = modelOf(named, event);
            if (event.modelName().equals(name) && event.change() != RegistryEvent.Change.DELETED) {
                return Optional.ofNullable(asTheyWere.get(model));
            }
            model.apply(event);
        }
        return Optional.empty();
    }

    /// The model that a line speaks of, under the name that it has after it.
    private static PastModel modelOf(Map<String, PastModel> named, RegistryEvent event) {
        return switch (event.change()) {
            case DELETED -> {
                PastModel deleted = named.remove(event.modelName());
                yield deleted == null ? new PastModel() : deleted;
            }
            case RENAMED -> {
                PastModel renamed = named.remove(event.before());
                PastModel model = renamed == null ? new PastModel() : renamed;
                named.put(event.after(), model);
                yield model;
            }
            case CREATED, REGISTERED, STAGE, VERSION_DELETED, ALIAS, ALIAS_DELETED ->
                named.computeIfAbsent(event.modelName(), n -> new PastModel());
        };
    }
}
