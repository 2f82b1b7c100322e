package io.steelyard.server.models;

import io.steelyard.registry.VersionStanding;
import java.time.Instant;

/// What was in production at a moment.
///
/// @param at the moment, in UTC
/// @param name the name that the model had then
/// @param version the version's number; it may have been deleted since
/// @param since the line of the log by which it came there
public record PastProduction(String at, String name, int version, LogLine since) {
    static PastProduction of(Instant moment, VersionStanding standing) {
        return new PastProduction(
                moment.toString(), standing.modelName(), standing.version(), LogLine.of(standing.since()));
    }
}
