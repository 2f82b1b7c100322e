package io.steelyard.mlflow.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.RecordComponent;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/// How the records of this package are spelled: names in snake case, absent values and empty lists left out, 64-bit
/// integers as numbers, NaN and the infinities as texts; read are texts for numbers too, and unknown names are passed
/// over.
public final class WireJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .withConfigOverride(
                    List.class,
                    o -> o.setInclude(
                            JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS)))
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    private WireJson() {}

    /// Spells a record.
    ///
    /// @param value the record
    /// @return JSON in UTF-8
    public static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /// Reads any JSON.
    ///
    /// @param json JSON in UTF-8
    /// @return the value
    /// @throws JacksonException where it is none
    public static JsonNode read(byte[] json) {
        return MAPPER.readTree(json);
    }

    /// Reads an answer.
    ///
    /// @param json JSON in UTF-8
    /// @param type the record's class
    /// @param <T> the record
    /// @return the record
    /// @throws JacksonException where it is none, or lacks a part that is [Required]
    public static <T extends Record> T readAnswer(byte[] json, Class<T> type) {
        JsonNode read = read(json);
        requireParts("the answer", read, type);
        return convert(read, type);
    }

    private static void requireParts(String name, JsonNode json, Class<?> type) {
        if (!json.isObject()) {
            throw MismatchedInputException.from((JsonParser) null, type, name + " is no JSON object");
        }
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.isAnnotationPresent(Required.class)) {
                JsonNode part = json.path(snakeCase(component.getName()));
                if (part.isMissingNode() || part.isNull()) {
                    throw MismatchedInputException.from(
                            (JsonParser) null, type, name + " has no " + snakeCase(component.getName()));
                }
                if (component.getType().isRecord()) {
                    requireParts(snakeCase(component.getName()), part, component.getType());
                }
            }
        }
    }

    /// Spells a component's name as the wire does.
    ///
    /// @param name for example `runId`
    /// @return for example `run_id`
    public static String snakeCase(String name) {
        StringBuilder snake = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c)) {
                snake.append('_');
            }
            snake.append(Character.toLowerCase(c));
        }
        return snake.toString();
    }

    /// Makes a record of JSON that was read.
    ///
    /// @param json the value
    /// @param type the record's class
    /// @param <T> the record
    /// @return the record
    /// @throws JacksonException where the value is none
    public static <T> T convert(JsonNode json, Class<T> type) {
        return MAPPER.treeToValue(json, type);
    }
}
