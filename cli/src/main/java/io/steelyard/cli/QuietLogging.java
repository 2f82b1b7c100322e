package io.steelyard.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/// What libraries log: warnings and worse, one line each on standard error. Java's logging creates this class when
/// something first logs, so that a command in which nothing does pays nothing; that is why it is public.
public final class QuietLogging {
    private static final String SETTINGS = """
            handlers = java.util.logging.ConsoleHandler
            .level = WARNING
            java.util.logging.ConsoleHandler.level = ALL
            java.util.logging.SimpleFormatter.format = %4$s: %5$s%6$s%n
            """;

    /// Reads the settings into Java's logging.
    ///
    /// @throws IOException never, the settings are in memory
    public QuietLogging() throws IOException {
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(SETTINGS.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /// Asks for this class, unless the user chose a logging configuration with one of Java's own properties.
    static void install() {
        if (System.getProperty("java.util.logging.config.file") == null
                && System.getProperty("java.util.logging.config.class") == null) {
            System.setProperty("java.util.logging.config.class", QuietLogging.class.getName());
        }
    }
}
