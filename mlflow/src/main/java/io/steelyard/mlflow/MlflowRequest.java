package io.steelyard.mlflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.steelyard.mlflow.wire.WireJson;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What came in over HTTP, as one JSON object. As in MLflow a body that is no JSON object counts as an empty one, and
/// one that was encoded twice is decoded twice.
public final class MlflowRequest {
    private static final String JSON = "application/json";

    private final @Nullable String refusal;
    private final ObjectNode json;

    private MlflowRequest(ObjectNode json, @Nullable String refusal) {
        this.json = json;
        this.refusal = refusal;
    }

    /// Takes the body of a POST.
    ///
    /// @param contentType the header `Content-Type`; null: it is missing
    /// @param body the body
    /// @return the request; it will be refused where the type is not `application/json`
    public static MlflowRequest ofBody(@Nullable String contentType, byte[] body) {
        if (contentType == null) {
            return new MlflowRequest(empty(), "Bad Request. Content-Type header is missing.");
        }
        int semicolon = contentType.indexOf(';');
        if (!(semicolon < 0 ? contentType : contentType.substring(0, semicolon)).equals(JSON)) {
            return new MlflowRequest(empty(), "Bad Request. Content-Type must be one of ['application/json'].");
        }
        return new MlflowRequest(object(body), null);
    }

    /// Takes the query of a GET; where there is none, MLflow looks for a body.
    ///
    /// @param query the decoded values by name
    /// @param body the body, usually empty
    /// @return the request
    public static MlflowRequest ofQuery(Map<String, List<String>> query, byte[] body) {
        if (query.isEmpty()) {
            return new MlflowRequest(object(body), null);
        }
        ObjectNode json = empty();
        query.forEach((name, values) -> values.stream().findFirst().ifPresent(value -> json.put(name, value)));
        return new MlflowRequest(json, null);
    }

    /// Gives the request's JSON.
    ///
    /// @return the object
    /// @throws MlflowException where the request is to be refused
    ObjectNode json() {
        if (refusal != null) {
            throw MlflowException.invalid(refusal);
        }
        return json;
    }

    private static ObjectNode object(byte[] body) {
        try {
            JsonNode read = WireJson.read(body);
            if (read.isString()) {
                read = WireJson.read(read.stringValue().getBytes(UTF_8));
            }
            return read instanceof ObjectNode object ? object : empty();
        } catch (JacksonException e) {
            // MLflow takes a text that is no JSON for an empty request.
            return empty();
        }
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }
}
