package io.steelyard.cli;

import io.steelyard.registry.Attribution;
import io.steelyard.server.models.DeskJson;
import io.steelyard.server.models.LogLine;
import io.steelyard.server.models.ModelDesk;
import io.steelyard.server.models.ModelDetails;
import io.steelyard.server.models.ModelList;
import io.steelyard.server.models.ModelLog;
import io.steelyard.server.models.ModelSummary;
import io.steelyard.server.models.MoveRequest;
import io.steelyard.server.models.PastProduction;
import io.steelyard.server.models.ProductionAnswer;
import io.steelyard.server.models.VersionDiff;
import io.steelyard.server.models.VersionSummary;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// The desk of a Steelyard server, over HTTP. MLflow's own server has none.
final class RemoteModelDesk implements ModelDesk {
    private static final Duration CONNECT_TIME = Duration.ofSeconds(10);
    private static final Duration ANSWER_TIME = Duration.ofMinutes(2);

    private final String base;

    RemoteModelDesk(URI server) {
        base = server.toString().replaceAll("/+$", "") + "/api/steelyard/v1/models";
    }

    /// What a server says when it refuses.
    private record Refusal(String errorCode, String message) {}

    @Override
    public List<ModelSummary> list() {
        return get("", ModelList.class).models();
    }

    @Override
    public ModelDetails show(String name) {
        return get("/" + encode(name), ModelDetails.class);
    }

    @Override
    public VersionSummary promote(String name, int version, Attribution attribution) {
        return post("/" + encode(name) + "/promote", MoveRequest.of(version, attribution), VersionSummary.class);
    }

    @Override
    public VersionSummary alias(String name, String alias, int version, Attribution attribution) {
        return post(
                "/" + encode(name) + "/aliases/" + encode(alias),
                MoveRequest.of(version, attribution),
                VersionSummary.class);
    }

    @Override
    public List<LogLine> log(String name) {
        return get("/" + encode(name) + "/log", ModelLog.class).log();
    }

    @Override
    public Optional<PastProduction> production(String name, Instant moment) {
        return Optional.ofNullable(get("/" + encode(name) + "/production?at=" + moment, ProductionAnswer.class)
                .production());
    }

    @Override
    public VersionDiff diff(String name, int from, int to) {
        return get("/" + encode(name) + "/diff?from=" + from + "&to=" + to, VersionDiff.class);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private <T extends Record> T get(String path, Class<T> answer) {
        return send(HttpRequest.newBuilder(URI.create(base + path)), answer);
    }

    private <T extends Record> T post(String path, Record body, Class<T> answer) {
        return send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(DeskJson.write(body))),
                answer);
    }

    private <T extends Record> T send(HttpRequest.Builder request, Class<T> answer) {
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(CONNECT_TIME).build()) {
            HttpResponse<byte[]> response =
                    http.send(request.timeout(ANSWER_TIME).build(), BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw refusal(response);
            }
            return DeskJson.read(response.body(), answer);
        } catch (JacksonException e) {
            throw noDesk();
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.INTERNAL,
                    "the server at " + base + " cannot be reached: "
                            + (e.getMessage() == null ? "nothing answers there" : e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(ExitCode.INTERNAL, "interrupted while the server at " + base + " was asked");
        }
    }

    private CommandException refusal(HttpResponse<byte[]> response) {
        try {
            Refusal refusal = DeskJson.read(response.body(), Refusal.class);
            return new CommandException(
                    response.statusCode() < 500 ? ExitCode.USAGE : ExitCode.INTERNAL, refusal.message());
        } catch (JacksonException e) {
            return noDesk();
        }
    }

    private CommandException noDesk() {
        return new CommandException(
                ExitCode.INTERNAL,
                base + " answers nothing that this command understands: it needs a Steelyard server of this version or"
                        + " later, for MLflow's own has no log of models and no comparison of versions");
    }
}
