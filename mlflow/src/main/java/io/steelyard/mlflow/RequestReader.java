package io.steelyard.mlflow;

import io.steelyard.mlflow.wire.Required;
import io.steelyard.mlflow.wire.WireJson;
import io.steelyard.tracking.PythonNumber;
import io.steelyard.tracking.PythonText;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
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
    private static final String HINT = " See the API docs for more information about request parameters.";

    private RequestReader() {}

    static <T extends Record> T read(ObjectNode json, Class<T> type) {
        JsonNode oldId = json.get("run_uuid");
        if (oldId != null && !json.hasNonNull("run_id")) {
            json.set("run_id", oldId);
        }
        check("", json, type);
        try {
            return WireJson.convert(json, type);
        } catch (JacksonException e) {
            throw MlflowException.invalid("The request cannot be read: " + e.getOriginalMessage());
        }
    }

    private static void check(String path, JsonNode json, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = WireJson.snakeCase(component.getName());
            JsonNode value = json.get(name);
            boolean absent = value == null || value.isNull();
            if (component.isAnnotationPresent(Required.class)
                    && (absent || (value.isString() && value.stringValue().isEmpty()))) {
                throw MlflowException.invalid("Missing value for required parameter '" + path + name + "'." + HINT);
            }
            if (!absent) {
                checkType(path + name, value, component);
            }
        }
    }

    private static void checkType(String path, JsonNode value, RecordComponent component) {
        Class<?> type = component.getType();
        boolean right;
        if (type == String.class) {
            right = value.isString();
        } else if (type == Long.class) {
            right = isWhole(value);
        } else if (type == Double.class) {
            right = isReal(value);
        } else if (type == Boolean.class) {
            right = value.isBoolean() || isOneOf(value, "true", "false");
        } else if (type == List.class) {
            right = value.isArray();
            if (right) {
                checkItems(path, value, component);
            }
        } else {
            right = value.isObject();
            if (right) {
                check(path + ".", value, type);
            }
        }
        if (!right) {
            throw MlflowException.invalid("Invalid value " + python(value) + " for parameter '" + path
                    + "' supplied:  Hint: Value was of type '" + pythonType(value) + "'." + HINT);
        }
    }

    private static void checkItems(String path, JsonNode list, RecordComponent component) {
        if (component.getGenericType() instanceof ParameterizedType generic
                && generic.getActualTypeArguments()[0] instanceof Class<?> itemType
                && itemType.isRecord()) {
            for (int i = 0; i < list.size(); i++) {
                check(path + "[" + i + "].", list.get(i), itemType);
            }
        }
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
