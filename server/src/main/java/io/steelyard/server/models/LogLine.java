package io.steelyard.server.models;

import io.steelyard.registry.RegistryEvent;
import java.util.Locale;

/// A line of the registry's log.
///
/// @param time when, in UTC
/// @param change what kind of change: `created`, `renamed`, `deleted`, `registered`, `stage`, `version_deleted`, `alias`
///     or `alias_deleted`
/// @param name the model's name after it
/// @param version the version; 0 where the change is the model's
/// @param alias the alias; empty for other changes
/// @param before what was before; empty: nothing
/// @param after what is since; empty: nothing
/// @param actor who did it; empty: nobody knows
/// @param reason why; may be empty
/// @param evidence what it rests on; may be empty
public record LogLine(
        String time,
        String change,
        String name,
        int version,
        String alias,
        String before,
        String after,
        String actor,
        String reason,
        String evidence) {
    static LogLine of(RegistryEvent event) {
        return new LogLine(
                Moments.text(event.timeMillis()),
                event.change().name().toLowerCase(Locale.ROOT),
                event.modelName(),
                event.version(),
                event.alias(),
                event.before(),
                event.after(),
                event.attribution().actor(),
                event.attribution().reason(),
                event.attribution().evidence());
    }
}
