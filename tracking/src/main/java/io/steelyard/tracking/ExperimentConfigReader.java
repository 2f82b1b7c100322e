package io.steelyard.tracking;

import io.steelyard.tracking.PythonNumber.Whole;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Reads an [ExperimentConfig] as Python's `json.loads` reads its file, and says what is wrong with it.
final class ExperimentConfigReader {
    /// Python's own bound on the digits of an integer.
    private static final int MAX_NUMBER_LENGTH = 4300;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .build())
            .build();

    private static final Set<String> KEYS = Set.of(
            "model_type",
            "learning_rate",
            "batch_size",
            "epochs",
            "random_seed",
            "data_version",
            "feature_columns",
            "train_split_ratio",
            "early_stopping_patience");

    private final Map<String, Object> values;

    private ExperimentConfigReader(Map<String, Object> values) {
        this.values = values;
    }

    static ExperimentConfig read(String json) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            return new ExperimentConfigReader(object(parser)).config();
        } catch (StreamReadException e) {
            var place = e.getLocation();
            throw new IllegalArgumentException(
                    "this is no JSON, at line " + place.getLineNr() + ", column " + place.getColumnNr() + ": "
                            + e.getOriginalMessage(),
                    e);
        }
    }

    private ExperimentConfig config() {
        for (String key : values.keySet()) {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException(
                        "unknown key '" + key + "': did you mean '" + NearestName.to(key, KEYS) + "'?");
            }
        }
        return new ExperimentConfig(
                text("model_type"),
                number("learning_rate", null),
                whole("batch_size", null),
                whole("epochs", null),
                whole("random_seed", null),
                text("data_version"),
                texts("feature_columns"),
                number("train_split_ratio", ExperimentConfig.DEFAULT_TRAIN_SPLIT_RATIO),
                whole("early_stopping_patience", ExperimentConfig.DEFAULT_EARLY_STOPPING_PATIENCE));
    }

    private String text(String key) {
        if (value(key, null) instanceof String text) {
            return text;
        }
        throw wrong(key, "a text");
    }

    private PythonNumber number(String key, @Nullable PythonNumber absent) {
        if (value(key, absent) instanceof PythonNumber number) {
            return number;
        }
        throw wrong(key, "a number");
    }

    private BigInteger whole(String key, @Nullable BigInteger absent) {
        if (value(key, absent == null ? null : new Whole(absent)) instanceof Whole whole) {
            return whole.value();
        }
        throw wrong(key, "a whole number");
    }

    private List<String> texts(String key) {
        if (value(key, null) instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw wrong(key, "a list of texts");
    }

    private Object value(String key, @Nullable Object absent) {
        Object value = values.getOrDefault(key, absent);
        if (value == null) {
            throw new IllegalArgumentException("missing key '" + key + "'");
        }
        return value;
    }

    private IllegalArgumentException wrong(String key, String wanted) {
        return new IllegalArgumentException("'" + key + "' must be " + wanted + ", not " + describe(values.get(key)));
    }

    private static String describe(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> "the text " + PythonText.json(text);
            case PythonNumber number -> "the number " + number;
            case List<?> list ->
                list.stream().map(ExperimentConfigReader::describe).collect(Collectors.joining(", ", "a list [", "]"));
            default -> value.toString();
        };
    }

    private static Map<String, Object> object(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("a configuration is one JSON object, in braces");
        }
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            object.put(key, value(parser));
        }
        if (parser.nextToken() != null) {
            throw new IllegalArgumentException("something follows the configuration's closing brace");
        }
        return object;
    }

    private static Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> new Whole(new BigInteger(parser.getString()));
            case VALUE_NUMBER_FLOAT -> real(parser);
            case START_ARRAY -> list(parser);
            case START_OBJECT -> {
                parser.skipChildren();
                yield Other.OBJECT;
            }
            case VALUE_TRUE -> Other.TRUE;
            case VALUE_FALSE -> Other.FALSE;
            case VALUE_NULL -> Other.NULL;
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("a JSON text has no " + parser.currentToken() + " here");
        };
    }

    private static PythonNumber real(JsonParser parser) {
        String text = parser.getString();
        return switch (text) {
            case "NaN" -> PythonNumber.of(Double.NaN);
            case "Infinity" -> PythonNumber.of(Double.POSITIVE_INFINITY);
            case "-Infinity" -> PythonNumber.of(Double.NEGATIVE_INFINITY);
            case "INF", "+INF", "-INF", "+Infinity" ->
                throw new IllegalArgumentException(
                        "'" + text + "' is no number: the three that JSON lacks are NaN, Infinity and -Infinity");
            default -> PythonNumber.of(Double.parseDouble(text));
        };
    }

    private static List<Object> list(JsonParser parser) {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(parser));
        }
        return list;
    }

    /// The kinds of value that no key takes.
    private enum Other {
        OBJECT,
        TRUE,
        FALSE,
        NULL;

        @Override
        public String toString() {
            return this == OBJECT ? "an object" : name().toLowerCase(Locale.ROOT);
        }
    }
}
