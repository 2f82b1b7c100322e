package io.steelyard.mlflow;

import io.steelyard.mlflow.wire.WireJson;
import io.steelyard.tracking.PythonNumber;
import io.steelyard.tracking.PythonText;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads a request's record, and refuses what MLflow refuses with MLflow's words: what is missing, then what is of the
/// wrong type. The record's components say what is required and of which type.
final class RequestReader {
    static final String HINT = " See the API docs for more information about request parameters.";

    private RequestReader() {}

    static <T extends Record> T read(ObjectNode json, Class<T> type) {
        JsonNode oldId = json.get("run_uuid");
        if (oldId != null && !json.hasNonNull("run_id")) {
            json.set("run_id", oldId);
        }
        check("", json, RequestShape.of(type));
        try {
            return WireJson.convert(json, type);
        } catch (JacksonException e) {
            throw MlflowException.invalid("The request cannot be read: " + e.getOriginalMessage());
        }
    }

    private static void check(String path, JsonNode json, RequestShape shape) {
        for (RequestShape.Field field : shape.fields()) {
            JsonNode value = json.get(field.name());
            boolean absent = value == null || value.isNull();
            if (field.required()
                    && (absent || (value.isString() && value.stringValue().isEmpty()))) {
                throw MlflowException.invalid(
                        "Missing value for required parameter '" + path + field.name() + "'." + HINT);
            }
            if (!absent) {
                checkType(path + field.name(), json, value, field);
            }
        }
    }

    private static void checkType(String path, JsonNode parent, JsonNode value, RequestShape.Field field) {
        boolean right = switch (field.kind()) {
            case TEXT -> value.isString();
            case WHOLE -> isWhole(value);
            case REAL -> isReal(value);
            case BOOLEAN -> value.isBoolean() || isOneOf(value, "true", "false");
            case NAME -> isName(parent, value, field);
            case LIST ->
                value.isArray() && (field.parts() != null || value.valueStream().allMatch(JsonNode::isString));
            case OBJECT -> value.isObject();
        };
        if (!right) {
            throw MlflowException.invalid("Invalid value " + python(value) + " for parameter '" + path
                    + "' supplied:  Hint: Value was of type '" + pythonType(value) + "'." + HINT);
        }
        RequestShape parts = field.parts();
        if (parts != null) {
            if (value.isArray()) {
                for (int i = 0; i < value.size(); i++) {
                    check(path + "[" + i + "].", value.get(i), parts);
                }
            } else {
                check(path + ".", value, parts);
            }
        }
    }

    /// A number is replaced by its name.
    private static boolean isName(JsonNode parent, JsonNode value, RequestShape.Field field) {
        if (isWhole(value) && parent instanceof ObjectNode object) {
            long number = value.asLong();
            if (number >= 1 && number <= field.names().size()) {
                object.put(field.name(), field.names().get((int) number - 1));
                return true;
            }
            return false;
        }
        return value.isString() && field.names().contains(value.stringValue());
    }

    private static boolean isWhole(JsonNode value) {
        if (value.isString()) {
            try {
                Long.parseLong(value.stringValue());
                return true;
            } catch (NumberFormatException e) {
                return false;
            }
        }
        return value.canConvertToLong() && value.canConvertToExactIntegral();
    }

    private static boolean isReal(JsonNode value) {
        if (value.isString()) {
            try {
                Double.parseDouble(value.stringValue());
                return true;
            } catch (NumberFormatException e) {
                return false;
            }
        }
        return value.isNumber();
    }

    private static boolean isOneOf(JsonNode value, String... texts) {
        return value.isString() && List.of(texts).contains(value.stringValue().toLowerCase(Locale.ROOT));
    }

    private static String pythonType(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "str";
            case NUMBER -> value.isIntegralNumber() ? "int" : "float";
            case BOOLEAN -> "bool";
            case ARRAY -> "list";
            case OBJECT -> "dict";
            case NULL, MISSING, BINARY, POJO -> "NoneType";
        };
    }

    /// `json.dumps(value, sort_keys=True, separators=(",", ":"))`.
    private static String python(@Nullable JsonNode value) {
        if (value == null) {
            return "null";
        }
        return switch (value.getNodeType()) {
            case STRING -> PythonText.json(value.stringValue());
            case NUMBER ->
                value.isIntegralNumber()
                        ? value.bigIntegerValue().toString()
                        : PythonNumber.of(value.doubleValue()).toString();
            case BOOLEAN -> Boolean.toString(value.booleanValue());
            case ARRAY -> value.valueStream().map(RequestReader::python).collect(Collectors.joining(",", "[", "]"));
            case OBJECT -> {
                TreeMap<String, String> sorted = new TreeMap<>();
                value.forEachEntry((name, item) -> sorted.put(name, PythonText.json(name) + ":" + python(item)));
                yield String.join(",", sorted.values()).transform(items -> "{" + items + "}");
            }
            case NULL, MISSING, BINARY, POJO -> "null";
        };
    }
}
