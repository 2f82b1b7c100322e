package io.steelyard.cli;

import io.steelyard.server.Upkeep.Cleaned;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The upkeep of a Steelyard server that runs, over HTTP.
final class RemoteUpkeep implements AutoCloseable {
    private static final Duration CONNECT_TIME = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIME).build();
    private final String base;

    RemoteUpkeep(URI server) {
        base = server.toString().replaceAll("/+$", "") + "/api/steelyard/v1";
    }

    /// Removes what was deleted before a moment, or counts it.
    Cleaned clean(long deletedBeforeMillis, boolean onlyCount) {
        HttpResponse<byte[]> response =
                post("/gc?deleted_before=" + deletedBeforeMillis + "&dry_run=" + onlyCount, BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw refused(response.statusCode(), response.body());
        }
        JsonNode answer = JsonMapper.shared().readTree(response.body());
        List<String> kept = new ArrayList<>();
        answer.path("kept").forEach(place -> kept.add(place.asString()));
        return new Cleaned(
                answer.path("experiments").asInt(),
                answer.path("runs").asInt(),
                answer.path("logged_models").asInt(),
                answer.path("artifact_folders").asInt(),
                kept);
    }

    /// Fetches a copy of the database into a new file; where that breaks off, there is no such file.
    void backup(Path target) {
        HttpResponse<InputStream> response = post("/backup", BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw refused(response.statusCode(), body.readAllBytes());
            }
            try {
                Files.copy(body, target);
            } catch (FileAlreadyExistsException e) {
                throw e;
            } catch (IOException e) {
                Files.deleteIfExists(target);
                throw e;
            }
        } catch (IOException e) {
            throw new CommandException(ExitCode.INTERNAL, "cannot copy the database to " + target + ": " + e);
        }
    }

    private static CommandException refused(int status, byte[] body) {
        String message;
        try {
            message = JsonMapper.shared().readTree(body).path("message").asString("");
        } catch (JacksonException e) {
            // A page for people: the status is all that is to be said.
            message = "";
        }
        return new CommandException(
                ExitCode.INTERNAL,
                "the server answers " + status + (message.isEmpty() ? "; its log says why" : ": " + message));
    }

    private <T> HttpResponse<T> post(String path, HttpResponse.BodyHandler<T> handler) {
        URI uri = URI.create(base + path);
        try {
            return client.send(
                    HttpRequest.newBuilder(uri).POST(BodyPublishers.noBody()).build(), handler);
        } catch (IOException e) {
            throw new CommandException(ExitCode.INTERNAL, uri + " cannot be reached: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(ExitCode.INTERNAL, uri + ": interrupted");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
