package io.steelyard.conformance;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// Keeps libraries from telling what they do, and clients from telling what they try again.
final class QuietLibraries {
    /// The logging framework itself forgets loggers that nobody holds.
    private static final List<Logger> LOGGERS = Stream.of("io.helidon", "org.flywaydb", "org.jooq", "org.mlflow")
            .map(Logger::getLogger)
            .toList();

    private QuietLibraries() {}

    static void hush() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.SEVERE));
    }
}
