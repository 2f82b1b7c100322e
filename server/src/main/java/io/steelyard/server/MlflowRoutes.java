package io.steelyard.server;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.steelyard.mlflow.MlflowAnswer;
import io.steelyard.mlflow.MlflowApi;
import io.steelyard.mlflow.MlflowRequest;
import io.steelyard.mlflow.MlflowRoute;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// MLflow's REST interface under its two prefixes.
final class MlflowRoutes {
    private static final List<String> PREFIXES = List.of("/api/2.0/mlflow", "/ajax-api/2.0/mlflow");
    private static final int GREATEST_BODY_BYTES = 64 << 20;

    private MlflowRoutes() {}

    static void add(HttpRouting.Builder routing, Platform platform) {
        for (MlflowRoute route : MlflowApi.routes(platform.tracking(), platform.registry())) {
            Method method = switch (route.method()) {
                case GET -> Method.GET;
                case POST -> Method.POST;
            };
            for (String prefix : PREFIXES) {
                routing.route(method, prefix + route.path(), (request, response) -> answer(route, request, response));
            }
        }
    }

    private static void answer(MlflowRoute route, ServerRequest request, ServerResponse response) {
        byte[] body = body(request);
        MlflowAnswer answer = route.answer(
                switch (route.method()) {
                    case GET -> MlflowRequest.ofQuery(query(request), body);
                    case POST ->
                        MlflowRequest.ofBody(
                                request.headers()
                                        .value(HeaderNames.CONTENT_TYPE)
                                        .orElse(null),
                                body);
                });
        response.status(Status.create(answer.status()))
                .header(HeaderValues.CONTENT_TYPE_JSON)
                .send(answer.json());
    }

    private static byte[] body(ServerRequest request) {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        try (InputStream stream = request.content().inputStream()) {
            return stream.readNBytes(GREATEST_BODY_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<String>> query(ServerRequest request) {
        Map<String, List<String>> query = new HashMap<>();
        for (String name : request.query().names()) {
            query.put(name, request.query().all(name));
        }
        return query;
    }
}
