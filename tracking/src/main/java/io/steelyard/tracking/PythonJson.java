package io.steelyard.tracking;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// JSON spelled as Python's `json.dumps` spells it, in ASCII, for the few shapes that are needed here.
final class PythonJson {
    private PythonJson() {}

    /// `json.dumps(object)`.
    static String compact(Map<String, Object> object) {
        return object.entrySet().stream()
                .map(e -> string(e.getKey()) + ": " + value(e.getValue(), ", ", "", ""))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /// `json.dumps(object, indent=2)`.
    static String indented(Map<String, Object> object) {
        return object.entrySet().stream()
                .map(e -> "  " + string(e.getKey()) + ": " + value(e.getValue(), ",\n    ", "\n    ", "\n  "))
                .collect(Collectors.joining(",\n", "{\n", "\n}"));
    }

    private static String value(Object value, String between, String before, String after) {
        return switch (value) {
            case String text -> string(text);
            case PythonNumber number -> number(number);
            case List<?> list -> list(list, between, before, after);
            default -> throw new IllegalArgumentException("no JSON for " + value);
        };
    }

    private static String list(List<?> texts, String between, String before, String after) {
        return texts.isEmpty()
                ? "[]"
                : texts.stream()
                        .map(text -> string((String) text))
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

    /// `json.dumps(text)`: what is not printable ASCII becomes `\\uXXXX`, one for each half of a surrogate pair.
    static String string(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\f' -> out.append("\\f");
                case '\b' -> out.append("\\b");
                default -> {
                    if (c >= ' ' && c <= '~') {
                        out.append(c);
                    } else {
                        out.append("\\u").append(HexFormat.of().toHexDigits(c));
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
