package io.steelyard.cli;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// What a command with `--json` prints: one object, on one line, its keys in snake_case.
final class JsonOutput {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private JsonOutput() {}

    /// Prints an object, usually a record or a map; NaN and infinities become the texts `"NaN"`, `"Infinity"`.
    static void print(Output output, Object value) {
        output.line(MAPPER.writeValueAsString(value));
    }
}
