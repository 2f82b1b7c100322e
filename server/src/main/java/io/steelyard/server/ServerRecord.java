package io.steelyard.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
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
    /// Reads a record.
    ///
    /// @param file the file
    /// @return the record; empty where there is none that can be read
    static Optional<ServerRecord> read(Path file) {
        try {
            JsonMapper json = JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();
            return Optional.of(json.readValue(Files.readAllBytes(file), ServerRecord.class));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    /// Writes the record; the file appears whole.
    ///
    /// @param file the file
    /// @throws ServerException where it cannot be written
    void write(Path file) {
        Path pending = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.write(pending, json());
            Files.move(pending, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ServerException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /// Written by hand, because binding records to JSON would cost the server's start more than all else here.
    private byte[] json() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeNumberProperty("pid", pid);
            json.writeStringProperty("url", url);
            json.writeStringProperty("inference_url", inferenceUrl);
            json.writeStringProperty("started_at", startedAt);
            json.writeStringProperty("version", version);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
