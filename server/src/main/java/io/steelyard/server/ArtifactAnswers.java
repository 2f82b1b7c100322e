package io.steelyard.server;

import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.steelyard.artifacts.ArtifactException;
import io.steelyard.mlflow.MlflowAnswer;
import io.steelyard.mlflow.MlflowErrorCode;
import io.steelyard.mlflow.Refusal;
import io.steelyard.sql.DatabaseException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the routes of artifacts have in common: how they read a path, and how they answer.
final class ArtifactAnswers {
    private static final System.Logger LOGGER = System.getLogger(ArtifactAnswers.class.getName());

    /// How much of a body that is refused is read nevertheless: a client that still sends when its connection is closed
    /// never sees the answer.
    private static final long PASSED_OVER_BYTES = 256L << 20;

    private static final int PIECE_BYTES = 1 << 16;

    private ArtifactAnswers() {}

    /// A handler whose refusals are answered as MLflow answers them.
    static Handler guarded(Handler handler) {
        return (request, response) -> {
            try {
                handler.handle(request, response);
            } catch (RuntimeException e) {
                MlflowAnswer answer = switch (e) {
                    case ArtifactException refused -> MlflowAnswer.error(code(refused), String.valueOf(e.getMessage()));
                    case DatabaseException failed ->
                        MlflowRoutes.failed(request.path().path(), failed);
                    default -> Refusal.answer(e).orElseThrow(() -> e);
                };
                if (response.isSent()) {
                    // A part of a file has gone out as such: only a broken connection tells the client.
                    throw e;
                }
                passOver(request, response);
                response.status(Status.create(answer.status()))
                        .header(HeaderValues.CONTENT_TYPE_JSON)
                        .send(answer.json());
            }
        };
    }

    private static MlflowErrorCode code(ArtifactException e) {
        return switch (e.kind()) {
            case NOT_FOUND -> MlflowErrorCode.RESOURCE_DOES_NOT_EXIST;
            case INVALID -> MlflowErrorCode.INVALID_PARAMETER_VALUE;
            case FULL -> MlflowErrorCode.RESOURCE_EXHAUSTED;
            case FAILED -> {
                LOGGER.log(Level.ERROR, "an artifact cannot be read or stored", e);
                yield MlflowErrorCode.INTERNAL_ERROR;
            }
        };
    }

    /// What is uploaded. The web server gives it once only, so it is kept with the request for who reads the rest.
    static InputStream body(ServerRequest request) {
        InputStream body = request.content().inputStream();
        request.context().register(body);
        return body;
    }

    /// Reads on where a body is not read to its end; one that has no end soon costs the client its connection.
    private static void passOver(ServerRequest request, ServerResponse response) {
        if (!request.content().hasEntity() || request.content().consumed()) {
            return;
        }
        response.header(HeaderValues.CONNECTION_CLOSE);
        byte[] piece = new byte[PIECE_BYTES];
        try (InputStream rest = request.context().get(InputStream.class).orElseGet(() -> body(request))) {
            long left = PASSED_OVER_BYTES;
            for (int read = 0; read >= 0 && left > 0; left -= read) {
                read = rest.read(piece);
            }
        } catch (IOException e) {
            LOGGER.log(Level.DEBUG, "the client went away before its answer", e);
        }
    }

    /// The path below a prefix, decoded once. The web server's own reading would cut a name at its `;`.
    static String path(String prefix, ServerRequest request) {
        String raw = request.prologue().uriPath().rawPath();
        if (!raw.startsWith(prefix + "/")) {
            throw ArtifactException.invalid("the artifact path '" + raw + "' leads out of " + prefix);
        }
        try {
            return URLDecoder.decode(raw.substring(prefix.length() + 1).replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ArtifactException.invalid("the artifact path '" + raw + "' is not encoded as a URL is");
        }
    }

    /// A parameter of the query that must be there.
    static String required(ServerRequest request, String name) {
        return request.query()
                .first(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> ArtifactException.invalid("Request must specify " + name + "."));
    }

    static void json(ServerResponse response, JsonNode body) {
        response.header(HeaderValues.CONTENT_TYPE_JSON).send(JsonMapper.shared().writeValueAsBytes(body));
    }
}
