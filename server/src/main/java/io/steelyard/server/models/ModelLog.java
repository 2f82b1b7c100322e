package io.steelyard.server.models;

import java.util.List;

/// A model's log, as the answer of a request.
///
/// @param name the name that was asked for
/// @param log its lines, the oldest first
public record ModelLog(String name, List<LogLine> log) {
    public ModelLog {
        log = List.copyOf(log);
    }
}
