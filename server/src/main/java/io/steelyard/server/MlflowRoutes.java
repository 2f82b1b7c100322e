package io.steelyard.server;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.steelyard.mlflow.MlflowAnswer;
import io.steelyard.mlflow.MlflowErrorCode;
import io.steelyard.mlflow.MlflowRequest;
import io.steelyard.mlflow.MlflowRoute;
import io.steelyard.mlflow.MlflowRouter;
import io.steelyard.mlflow.MlflowRouter.Found;
import io.steelyard.serving.ServingException;
import io.steelyard.sql.DatabaseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// MLflow's REST interface under its prefixes.
final class MlflowRoutes {
    private static final System.Logger LOGGER = System.getLogger(MlflowRoutes.class.getName());
    private static final List<String> PLACES =
            List.of("/api/2.0/mlflow/*", "/ajax-api/2.0/mlflow/*", "/api/3.0/mlflow/*", "/ajax-api/3.0/mlflow/*");
    private static final int GREATEST_BODY_BYTES = 64 << 20;
    private static final HeaderName NO_SNIFFING = HeaderNames.create("X-Content-Type-Options");

    /// Where the filters find which endpoint was asked.
    private record Asked(String template) {}

    private final MlflowRouter router;

    private MlflowRoutes(MlflowRouter router) {
        this.router = router;
    }

    static void add(HttpRouting.Builder routing, List<MlflowRoute> endpoints) {
        MlflowRoutes routes = new MlflowRoutes(MlflowRouter.of(endpoints));
        for (String place : PLACES) {
            routing.any(place, routes::answer);
        }
    }

    /// Gives the endpoint that a request asked.
    ///
    /// @return its path as it is mounted; empty: the request asked none of MLflow's
    static Optional<String> asked(ServerRequest request) {
        return request.context().get(Asked.class).map(Asked::template);
    }

    /// Is the pattern the one under which all of MLflow's endpoints, and paths that are none, are answered?
    static boolean isPlace(String pattern) {
        return PLACES.contains(pattern);
    }

    private void answer(ServerRequest request, ServerResponse response) {
        String method = request.prologue().method().text();
        switch (router.find(method, request.prologue().uriPath().rawPath())) {
            case Found found -> answer(found, request, response);
            case MlflowRouter.OtherMethods other -> {
                response.header(HeaderNames.ALLOW, String.join(", ", other.allowed()));
                text(response, Status.METHOD_NOT_ALLOWED_405, "Method Not Allowed");
            }
            case MlflowRouter.Nothing() -> text(response, Status.NOT_FOUND_404, "Not Found");
        }
    }

    private static void answer(Found found, ServerRequest request, ServerResponse response) {
        request.context().register(new Asked(found.template()));
        MlflowRequest asked = MlflowRequest.of(
                found.route().method(),
                request.headers().value(HeaderNames.CONTENT_TYPE).orElse(null),
                query(request),
                body(request));
        MlflowAnswer answer = answer(found, asked);
        response.status(Status.create(answer.status()))
                .header(HeaderValues.CONTENT_TYPE_JSON)
                .header(NO_SNIFFING, "nosniff")
                .send(answer.json());
    }

    /// The one place that knows which failure of a store has which answer.
    private static MlflowAnswer answer(Found found, MlflowRequest request) {
        try {
            return found.route().answer(request, found.variables());
        } catch (DatabaseException e) {
            LOGGER.log(Level.ERROR, found.template() + " failed", e);
            return MlflowAnswer.error(
                    switch (e.kind()) {
                        case FULL -> MlflowErrorCode.RESOURCE_EXHAUSTED;
                        case BUSY, UNREACHABLE -> MlflowErrorCode.TEMPORARILY_UNAVAILABLE;
                        case NEWER, READ_ONLY, CONFLICT, DAMAGED, FAILED -> MlflowErrorCode.INTERNAL_ERROR;
                    },
                    String.valueOf(e.getMessage()));
        }
    }

    private static byte[] body(ServerRequest request) {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        try (InputStream stream = request.content().inputStream()) {
            byte[] body = stream.readNBytes(GREATEST_BODY_BYTES);
            if (stream.read() >= 0) {
                throw new ServingException(
                        ServingException.Kind.REQUEST_TOO_LARGE,
                        "the body has more than " + GREATEST_BODY_BYTES + " bytes; send it in smaller batches");
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<String>> query(ServerRequest request) {
        Set<String> names = request.query().names();
        if (names.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> query = new HashMap<>();
        for (String name : names) {
            query.put(name, request.query().all(name));
        }
        return query;
    }

    private static void text(ServerResponse response, Status status, String text) {
        response.status(status)
                .header(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                .send(text.getBytes(StandardCharsets.UTF_8));
    }
}
