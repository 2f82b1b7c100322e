package io.steelyard.cli;

import com.fasterxml.jackson.annotation.JsonValue;
import io.steelyard.data.ColumnType;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// What a command with `--json` prints: one object, on one line, its keys in snake_case.
final class JsonOutput {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addMixIn(ColumnType.class, Spelled.class)
            .build();

    /// What is printed as people write it in configuration files.
    private interface Spelled {
        @JsonValue
        String spelling();
    }

    private JsonOutput() {}

    /// Prints an object, usually a record or a map; NaN and infinities become the texts `"NaN"`, `"Infinity"`.
    static void print(Output output, Object value) {
        output.line(MAPPER.writeValueAsString(value));
    }
}
