package io.steelyard.mlflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.steelyard.mlflow.wire.WireJson;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What came in over HTTP, to be read as one JSON object. As in MLflow a body that is no JSON object counts as an empty
/// one, and one that was encoded twice is decoded twice.
public final class MlflowRequest {
    private static final String JSON = "application/json";
    private static final byte[] NO_BODY = {};

    private final @Nullable String refusal;
    private final Map<String, List<String>> query;
    private final byte[] body;
    private final Map<String, String> variables;

    private MlflowRequest(
            @Nullable String refusal, Map<String, List<String>> query, byte[] body, Map<String, String> variables) {
        this.refusal = refusal;
        this.query = query;
        this.body = body;
        this.variables = variables;
    }

    /// Takes a request of any method.
    ///
    /// @param method its method
    /// @param contentType the header `Content-Type`; null: it is missing
    /// @param query the decoded values by name, which only a GET reads
    /// @param body the body, not copied
    /// @return the request; it will be refused where a POST or PUT is of another type than `application/json`
    public static MlflowRequest of(
            MlflowRoute.Method method, @Nullable String contentType, Map<String, List<String>> query, byte[] body) {
        return switch (method) {
            case GET -> ofQuery(query, body);
            case POST, PUT -> ofBody(contentType, body);
            case PATCH, DELETE -> new MlflowRequest(null, Map.of(), body, Map.of());
        };
    }

    /// Takes the body of a POST or PUT.
    ///
    /// @param contentType the header `Content-Type`; null: it is missing
    /// @param body the body, not copied
    /// @return the request; it will be refused where the type is not `application/json`
    public static MlflowRequest ofBody(@Nullable String contentType, byte[] body) {
        String refusal = null;
        if (contentType == null) {
            refusal = "Bad Request. Content-Type header is missing.";
        } else {
            int semicolon = contentType.indexOf(';');
            if (!(semicolon < 0 ? contentType : contentType.substring(0, semicolon)).equals(JSON)) {
                refusal = "Bad Request. Content-Type must be one of ['application/json'].";
            }
        }
        return new MlflowRequest(refusal, Map.of(), body, Map.of());
    }

    /// Takes the query of a GET; where there is none, MLflow looks for a body.
    ///
    /// @param query the decoded values by name
    /// @param body the body, usually empty; not copied
    /// @return the request
    public static MlflowRequest ofQuery(Map<String, List<String>> query, byte[] body) {
        return new MlflowRequest(null, Map.copyOf(query), query.isEmpty() ? body : NO_BODY, Map.of());
    }

    /// The same request at a path with variables.
    MlflowRequest with(Map<String, String> pathVariables) {
        return pathVariables.isEmpty() ? this : new MlflowRequest(refusal, query, body, pathVariables);
    }

    /// Gives the body.
    ///
    /// @return the bytes, not copied
    /// @throws MlflowException where the request is to be refused
    byte[] body() {
        if (refusal != null) {
            throw MlflowException.invalid(refusal);
        }
        return body;
    }

    /// Gives the request as JSON.
    ///
    /// @param shape what it may hold, which says how the texts of a query are to be read
    /// @return the object
    /// @throws MlflowException where the request is to be refused
    ObjectNode json(RequestShape shape) {
        ObjectNode json = query.isEmpty() ? object(body()) : ofQuery(shape);
        variables.forEach(json::put);
        return json;
    }

    private ObjectNode ofQuery(RequestShape shape) {
        ObjectNode json = empty();
        query.forEach((name, values) -> {
            RequestShape.Field field = shape.field(name);
            if (field != null && field.kind() == RequestShape.Kind.LIST) {
                ArrayNode list = json.putArray(name);
                values.forEach(list::add);
            } else if (!values.isEmpty()) {
                String value = values.getFirst();
                if (field != null
                        && field.kind() == RequestShape.Kind.BOOLEAN
                        && !value.equalsIgnoreCase("true")
                        && !value.equalsIgnoreCase("false")) {
                    throw MlflowException.invalid("Invalid boolean value: " + value + ", must be 'true' or 'false'.");
                }
                json.put(name, value);
            }
        });
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
