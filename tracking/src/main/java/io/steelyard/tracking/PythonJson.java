package io.steelyard.tracking;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// JSON spelled as Python's `json.dumps` spells it, in ASCII, for the few shapes that are needed here.
final class PythonJson {
    private PythonJson() {}

    /// `json.dumps(object)`.
    static String compact(Map<String, Object> object) {
        return object.entrySet().stream()
                .map(e -> PythonText.json(e.getKey()) + ": " + value(e.getValue(), ", ", "", ""))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /// `json.dumps(object, indent=2)`.
    static String indented(Map<String, Object> object) {
        return object.entrySet().stream()
                .map(e -> "  " + PythonText.json(e.getKey()) + ": " + value(e.getValue(), ",\n    ", "\n    ", "\n  "))
                .collect(Collectors.joining(",\n", "{\n", "\n}"));
    }

    private static String value(Object value, String between, String before, String after) {
        return switch (value) {
            case String text -> PythonText.json(text);
            case PythonNumber number -> number(number);
            case List<?> list -> list(list, between, before, after);
            default -> throw new IllegalArgumentException("no JSON for " + value);
        };
    }

    private static String list(List<?> texts, String between, String before, String after) {
        return texts.isEmpty()
                ? "[]"
                : texts.stream()
                        .map(text -> PythonText.json((String) text))
                        .collect(Collectors.joining(between, "[" + before, after + "]"));
    }

    private static String number(PythonNumber number) {
        return switch (number.toString()) {
            case "nan" -> "NaN";
            case "inf" -> "Infinity";
            case "-inf" -> "-Infinity";
            case String repr -> repr;
        };
    }
}
