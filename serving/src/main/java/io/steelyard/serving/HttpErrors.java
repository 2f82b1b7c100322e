package io.steelyard.serving;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.lang.System.Logger.Level;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/// Errors as answers: `{"error_code":…,"message":…}`. The one place that knows which kind of trouble has which status.
final class HttpErrors {
    private static final System.Logger LOGGER = System.getLogger(HttpErrors.class.getName());

    private HttpErrors() {}

    static Status status(ServingException.Kind kind) {
        return switch (kind) {
            case INVALID_REQUEST, UNKNOWN_MODEL_VERSION -> Status.BAD_REQUEST_400;
            case REQUEST_TOO_LARGE -> Status.REQUEST_ENTITY_TOO_LARGE_413;
            case FORBIDDEN -> Status.FORBIDDEN_403;
            case NOT_FOUND -> Status.NOT_FOUND_404;
            case METHOD_NOT_ALLOWED -> Status.METHOD_NOT_ALLOWED_405;
            case UNAVAILABLE -> Status.SERVICE_UNAVAILABLE_503;
            case PORT -> Status.INTERNAL_SERVER_ERROR_500;
        };
    }

    static void send(ServerResponse response, ServingException e) {
        switch (e.kind()) {
            case UNAVAILABLE -> response.header(HeaderNames.RETRY_AFTER, "1");
            // There may be more of the body than was read, so the connection has no further use.
            case REQUEST_TOO_LARGE -> response.header(HeaderValues.CONNECTION_CLOSE);
            case INVALID_REQUEST, UNKNOWN_MODEL_VERSION, FORBIDDEN, NOT_FOUND, METHOD_NOT_ALLOWED, PORT -> {}
        }
        send(response, status(e.kind()), e.kind().name(), String.valueOf(e.getMessage()));
    }

    /// Answers what nobody expected. The caller learns nothing of the server's inside; its log does.
    static void sendUnexpected(ServerResponse response, Throwable e) {
        if (e instanceof RequestException refused) {
            send(response, refused.status(), "INVALID_REQUEST", String.valueOf(refused.getMessage()));
            return;
        }
        LOGGER.log(Level.ERROR, "a request failed", e);
        send(response, Status.INTERNAL_SERVER_ERROR_500, "INTERNAL_ERROR", "the server failed; its log says why");
    }

    private static void send(ServerResponse response, Status status, String code, String message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonText.FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("error_code", code);
            json.writeStringProperty("message", message);
            json.writeEndObject();
        }
        response.status(status).header(HeaderValues.CONTENT_TYPE_JSON).send(bytes.toByteArray());
    }
}
