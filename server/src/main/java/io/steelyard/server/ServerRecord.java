package io.steelyard.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// What a running server says of itself in `server.json`, so that commands beside it go through it.
///
/// @param pid its process id
/// @param url the control plane's address
/// @param inferenceUrl the data plane's address
/// @param startedAt when it started, as RFC 3339 writes it
/// @param version its version
public record ServerRecord(long pid, String url, String inferenceUrl, String startedAt, String version) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    /// Reads a record.
    ///
    /// @param file the file
    /// @return the record; empty where there is none that can be read
    static Optional<ServerRecord> read(Path file) {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), ServerRecord.class));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    /// Writes the record; the file appears whole.
    ///
    /// @param file the file
    void write(Path file) {
        Path pending = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.write(pending, JSON.writeValueAsBytes(this));
            Files.move(pending, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
