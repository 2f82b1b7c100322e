package io.steelyard.pipeline;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks a serving port, as any of its users would.
final class ServingClient implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final URI base;

    ServingClient(URI base) {
        this.base = base;
    }

    URI at(String path) {
        return base.resolve(path);
    }

    /// Posts JSON.
    ///
    /// @param path the path, for example `/predict`
    /// @param body the body
    /// @return the answer's body
    /// @throws PipelineException with the server's own words where the answer is not 200
    String post(String path, JsonNode body) {
        HttpRequest request = HttpRequest.newBuilder(at(path))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new PipelineException(
                        request.uri() + " answered " + response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new PipelineException(request.uri() + " does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PipelineException("interrupted while waiting for " + request.uri(), e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
