package io.steelyard.server.models;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// How the records of this package are spelled over HTTP: keys in snake_case, NaN and infinities as texts.
public final class DeskJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private DeskJson() {}

    /// Spells a record.
    ///
    /// @param value the record
    /// @return JSON in UTF-8
    public static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /// Reads a record.
    ///
    /// @param json JSON in UTF-8
    /// @param type the record's class
    /// @param <T> the record
    /// @return the record
    /// @throws tools.jackson.core.JacksonException where it is none
    public static <T extends Record> T read(byte[] json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }
}
