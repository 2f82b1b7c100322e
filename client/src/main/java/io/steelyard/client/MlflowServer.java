package io.steelyard.client;

import io.steelyard.client.RemoteException.Kind;
import io.steelyard.mlflow.wire.ErrorBody;
import io.steelyard.mlflow.wire.WireJson;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/// Sends requests to one server, again where that is safe, and turns what it refuses into a [RemoteException].
final class MlflowServer implements AutoCloseable {
    private static final int ATTEMPTS = 4;
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(2);
    private static final String API = "/api/2.0/mlflow";

    private final String base;
    private final Duration firstWait;
    private final HttpClient http;

    MlflowServer(URI base) {
        this(base, FIRST_WAIT);
    }

    MlflowServer(URI base, Duration firstWait) {
        if (base.getHost() == null || !("http".equals(base.getScheme()) || "https".equals(base.getScheme()))) {
            throw new IllegalArgumentException(
                    "a server's address is http://host:port or https://host:port, not " + base);
        }
        String text = base.toString();
        this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        this.firstWait = firstWait;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
    }

    <T extends Record> T get(String path, Map<String, String> query, Class<T> answer) {
        return getAt(API + path, query, answer);
    }

    /// As [#get], at a path below the server's address.
    <T extends Record> T getAt(String path, Map<String, String> query, Class<T> answer) {
        String parameters = query.entrySet().stream()
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&", "?", ""));
        return read(send(request(path + parameters).GET().build(), Repeat.SAFE), answer);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    <T extends Record> T post(String path, Record body, Class<T> answer, Repeat repeat) {
        HttpRequest request = request(API + path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(WireJson.write(body)))
                .build();
        return read(send(request, repeat), answer);
    }

    /// Replaces what stands at a path, below the server's address and percent-encoded already.
    void put(String path, BodyPublisher content) {
        send(
                request(path)
                        .header("Content-Type", "application/octet-stream")
                        .PUT(content)
                        .build(),
                Repeat.SAFE);
    }

    /// Copies what stands at a path, below the server's address and percent-encoded already, into a file, which appears
    /// whole.
    void fetch(String path, Path target) throws IOException {
        HttpRequest request = request(path).GET().build();
        Path part = Files.createTempFile(target.toAbsolutePath().getParent(), ".fetch", null);
        try {
            HttpResponse<Path> response = http.send(
                    request, BodyHandlers.ofFile(part, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING));
            if (response.statusCode() != 200) {
                new Answer(request, response.statusCode(), Files.readAllBytes(part)).orThrow();
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (InterruptedException e) {
            throw interrupted(request, e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(base + pathAndQuery)).timeout(ANSWER_TIMEOUT);
    }

    private Answer send(HttpRequest request, Repeat repeat) {
        Duration wait = firstWait;
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt == ATTEMPTS;
            try {
                HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
                if (last || !isPassing(response.statusCode(), repeat)) {
                    return new Answer(request, response.statusCode(), response.body()).orThrow();
                }
            } catch (IOException e) {
                if (last || (repeat == Repeat.UNSAFE && !neverArrived(e))) {
                    throw new RemoteException(
                            Kind.UNREACHABLE,
                            Answer.name(request) + ": the server cannot be reached"
                                    + (attempt == 1 ? "" : " (" + attempt + " attempts)") + ": "
                                    + reason(e),
                            null,
                            e);
                }
            } catch (InterruptedException e) {
                throw interrupted(request, e);
            }
            try {
                Thread.sleep(wait);
            } catch (InterruptedException e) {
                throw interrupted(request, e);
            }
            wait = wait.multipliedBy(2);
        }
    }

    /// Too many requests, or a server that is restarted: worth another attempt.
    private static boolean isPassing(int status, Repeat repeat) {
        return status == 429 || (status >= 500 && status != 501 && repeat == Repeat.SAFE);
    }

    private static boolean neverArrived(IOException failure) {
        return failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException;
    }

    private static String reason(IOException failure) {
        if (failure.getMessage() != null) {
            return failure.getMessage();
        }
        return failure instanceof ConnectException
                ? "nothing answers there"
                : failure.getClass().getSimpleName();
    }

    private static RemoteException interrupted(HttpRequest request, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new RemoteException(Kind.UNREACHABLE, Answer.name(request) + ": interrupted", null, cause);
    }

    private static <T extends Record> T read(Answer answer, Class<T> type) {
        try {
            return WireJson.readAnswer(answer.body(), type);
        } catch (JacksonException e) {
            throw answer.senseless(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    /// What a server answered to a request.
    private record Answer(HttpRequest request, int status, byte[] body) {
        static String name(HttpRequest request) {
            return request.method() + " " + request.uri();
        }

        Answer orThrow() {
            if (status < 300) {
                return this;
            }
            Kind kind = status >= 500 ? Kind.FAILED : Kind.REFUSED;
            Optional<ErrorBody> error = error();
            throw new RemoteException(
                    kind,
                    name(request) + ": " + status
                            + error.map(e -> " " + e.errorCode() + ": " + e.message())
                                    .orElse(""),
                    error.map(ErrorBody::errorCode).orElse(null),
                    null);
        }

        private Optional<ErrorBody> error() {
            try {
                return Optional.of(WireJson.readAnswer(body, ErrorBody.class));
            } catch (JacksonException e) {
                // A page for people: the status is all that is to be said.
                return Optional.empty();
            }
        }

        RemoteException senseless(JacksonException cause) {
            return new RemoteException(
                    Kind.FAILED,
                    name(request) + ": the answer is not MLflow's: " + cause.getOriginalMessage()
                            + ".\nIs this the address of a tracking server?",
                    null,
                    cause);
        }
    }
}
