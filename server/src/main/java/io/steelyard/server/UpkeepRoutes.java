package io.steelyard.server;

import static io.steelyard.server.ArtifactAnswers.guarded;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.steelyard.artifacts.ArtifactException;
import io.steelyard.server.Upkeep.Cleaned;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Upkeep of a running server, for the commands `gc` and `backup` beside it.
///
/// | request | answer |
/// |---|---|
/// | `POST /api/steelyard/v1/gc?deleted_before=MILLIS` | what was removed; with `dry_run=true`: what would be |
/// | `POST /api/steelyard/v1/backup` | a consistent copy of the database, as a file |
final class UpkeepRoutes {
    private static final String GC = "/api/steelyard/v1/gc";
    private static final String BACKUP = "/api/steelyard/v1/backup";

    private final Platform platform;
    private final Upkeep upkeep;

    private UpkeepRoutes(Platform platform) {
        this.platform = platform;
        this.upkeep = new Upkeep(platform);
    }

    static void add(HttpRouting.Builder routing, Platform platform) {
        UpkeepRoutes routes = new UpkeepRoutes(platform);
        routing.post(GC, guarded(routes::clean));
        routing.post(BACKUP, guarded(routes::backup));
    }

    private void clean(ServerRequest request, ServerResponse response) {
        long before = moment(ArtifactAnswers.required(request, "deleted_before"));
        boolean onlyCount = request.query().first("dry_run").orElse("").equals("true");
        Cleaned cleaned = onlyCount ? upkeep.count(before) : upkeep.clean(before);
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("experiments", cleaned.experiments())
                .put("runs", cleaned.runs())
                .put("logged_models", cleaned.loggedModels())
                .put("artifact_folders", cleaned.artifactFolders());
        cleaned.kept().forEach(answer.putArray("kept")::add);
        ArtifactAnswers.json(response, answer);
    }

    private static long moment(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw ArtifactException.invalid(
                    "deleted_before is a time in milliseconds since 1970-01-01 UTC, not '" + text + "'");
        }
    }

    /// The copy is made beside the database first, so that a slow client does not hold the database.
    private void backup(ServerRequest request, ServerResponse response) {
        Path folder = platform.folder().path();
        try {
            Path room = Files.createTempDirectory(folder, ".backup");
            Path copy = room.resolve("steelyard.db");
            try {
                upkeep.backup(copy);
                response.header(HeaderNames.CONTENT_TYPE, "application/vnd.sqlite3")
                        .header(HeaderNames.CONTENT_LENGTH, Long.toString(Files.size(copy)));
                try (OutputStream out = response.outputStream()) {
                    Files.copy(copy, out);
                }
            } finally {
                Files.deleteIfExists(copy);
                Files.delete(room);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot send a copy of the database", e);
        }
    }
}
