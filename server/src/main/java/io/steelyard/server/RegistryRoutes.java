package io.steelyard.server;

import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.steelyard.mlflow.MlflowAnswer;
import io.steelyard.mlflow.MlflowErrorCode;
import io.steelyard.registry.RegistryException;
import io.steelyard.server.models.DeskJson;
import io.steelyard.server.models.ModelDesk;
import io.steelyard.server.models.ModelList;
import io.steelyard.server.models.ModelLog;
import io.steelyard.server.models.Moments;
import io.steelyard.server.models.MoveRequest;
import io.steelyard.server.models.ProductionAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import tools.jackson.core.JacksonException;

/// What is asked of registered models beyond MLflow's interface.
///
/// | request | answer |
/// |---|---|
/// | `GET /api/steelyard/v1/models` | all models |
/// | `GET …/models/{name}` | one, with its versions |
/// | `GET …/models/{name}/log` | what happened to it |
/// | `GET …/models/{name}/production?at=2026-03-03T12:00Z` | what was in production; without `at`: what is now |
/// | `GET …/models/{name}/diff?from=1&to=2` | what differs between two versions |
/// | `POST …/models/{name}/promote` | body: [MoveRequest]; answers the version |
/// | `POST …/models/{name}/aliases/{alias}` | body: [MoveRequest]; answers the version |
///
/// A refusal is JSON with `error_code` and `message`, as in MLflow's interface.
final class RegistryRoutes {
    private static final String MODELS = "/api/steelyard/v1/models";
    private static final String MODEL = MODELS + "/{name}";
    private static final int GREATEST_BODY_BYTES = 1 << 20;

    private final ModelDesk desk;

    private RegistryRoutes(ModelDesk desk) {
        this.desk = desk;
    }

    static void add(HttpRouting.Builder routing, ModelDesk desk) {
        RegistryRoutes routes = new RegistryRoutes(desk);
        routing.get(MODELS, answering(request -> new ModelList(desk.list())));
        routing.get(MODEL, answering(request -> desk.show(name(request))));
        routing.get(MODEL + "/log", answering(request -> new ModelLog(name(request), desk.log(name(request)))));
        routing.get(MODEL + "/production", answering(routes::production));
        routing.get(
                MODEL + "/diff",
                answering(request -> desk.diff(name(request), number(request, "from"), number(request, "to"))));
        routing.post(MODEL + "/promote", answering(request -> {
            MoveRequest move = move(request);
            return desk.promote(name(request), version(move), move.attribution());
        }));
        routing.post(MODEL + "/aliases/{alias}", answering(request -> {
            MoveRequest move = move(request);
            return desk.alias(
                    name(request), request.path().pathParameters().get("alias"), version(move), move.attribution());
        }));
    }

    private ProductionAnswer production(ServerRequest request) {
        String name = name(request);
        Instant moment = request.query().first("at").map(RegistryRoutes::moment).orElseGet(Instant::now);
        return new ProductionAnswer(
                name, moment.toString(), desk.production(name, moment).orElse(null));
    }

    private static Instant moment(String text) {
        try {
            return Moments.read(text);
        } catch (IllegalArgumentException e) {
            throw RegistryException.invalid("Invalid value for parameter 'at': " + e.getMessage());
        }
    }

    private static String name(ServerRequest request) {
        return request.path().pathParameters().get("name");
    }

    private static int number(ServerRequest request, String parameter) {
        String text = request.query().first(parameter).orElse("");
        if (!text.matches("\\d{1,9}")) {
            throw RegistryException.invalid("Parameter '" + parameter + "' must be the number of a version, got '"
                    + text + "'. For example: ?from=1&to=2");
        }
        return Integer.parseInt(text);
    }

    private static int version(MoveRequest move) {
        if (move.version() == null) {
            throw RegistryException.invalid("Missing value for required parameter 'version'.");
        }
        return move.version();
    }

    private static MoveRequest move(ServerRequest request) {
        if (!request.content().hasEntity()) {
            throw RegistryException.invalid("Missing value for required parameter 'version'.");
        }
        try (InputStream body = request.content().inputStream()) {
            return DeskJson.read(body.readNBytes(GREATEST_BODY_BYTES), MoveRequest.class);
        } catch (JacksonException e) {
            throw RegistryException.invalid("The body is not the JSON of a move: " + e.getOriginalMessage()
                    + ". For example: {\"version\": 3, \"reason\": \"better on recall\"}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a request is answered with.
    @FunctionalInterface
    private interface Answer {
        Record to(ServerRequest request);
    }

    private static Handler answering(Answer answer) {
        return (request, response) -> {
            try {
                response.header(HeaderValues.CONTENT_TYPE_JSON).send(DeskJson.write(answer.to(request)));
            } catch (RegistryException e) {
                refuse(response, e);
            }
        };
    }

    private static void refuse(ServerResponse response, RegistryException e) {
        MlflowAnswer answer = MlflowAnswer.error(
                switch (e.kind()) {
                    case NOT_FOUND -> MlflowErrorCode.RESOURCE_DOES_NOT_EXIST;
                    case ALREADY_EXISTS -> MlflowErrorCode.RESOURCE_ALREADY_EXISTS;
                    case INVALID -> MlflowErrorCode.INVALID_PARAMETER_VALUE;
                },
                String.valueOf(e.getMessage()));
        response.status(Status.create(answer.status()))
                .header(HeaderValues.CONTENT_TYPE_JSON)
                .send(answer.json());
    }
}
