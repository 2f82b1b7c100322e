package io.steelyard.pipeline.provenance;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The records as JSON, their keys in snake_case. Keys that are not known are passed over: later versions may add some.
public final class RecordJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private RecordJson() {}

    /// Writes a record.
    ///
    /// @param value the record
    /// @return its JSON, indented
    public static String write(Record value) {
        return MAPPER.writeValueAsString(value);
    }

    /// Reads a record.
    ///
    /// @param <T> its type
    /// @param json its JSON
    /// @param type its class
    /// @return the record
    /// @throws tools.jackson.core.JacksonException where the text is none
    public static <T extends Record> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /// The version of a record, without reading the rest.
    ///
    /// @param json its JSON
    /// @return its `format`; 0 where it has none
    /// @throws tools.jackson.core.JacksonException where the text is no JSON
    public static int format(String json) {
        return MAPPER.readTree(json).path("format").asInt(0);
    }
}
