package io.steelyard.mlflow.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// How the records of this package are spelled: names in snake case, absent values and empty lists left out, 64-bit
/// integers as numbers,
/// NaN and the infinities as texts; read are texts for numbers too, and unknown names are passed over.
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

    /// Reads a record.
    ///
    /// @param json JSON in UTF-8
    /// @param type the record's class
    /// @param <T> the record
    /// @return the record
    /// @throws JacksonException where it is none
    public static <T> T read(byte[] json, Class<T> type) {
        return MAPPER.readValue(json, type);
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
