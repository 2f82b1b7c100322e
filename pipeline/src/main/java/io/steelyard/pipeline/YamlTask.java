package io.steelyard.pipeline;

import io.steelyard.models.Task;
import java.util.Locale;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/// Reads a task as people write it, `binary`, `multi-class` or `regression`, or as files have it.
final class YamlTask extends StdDeserializer<Task> {
    YamlTask() {
        super(Task.class);
    }

    @Override
    public Task deserialize(JsonParser parser, DeserializationContext context) {
        String text = parser.getString().strip();
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "binary", "binary_classification" -> Task.BINARY_CLASSIFICATION;
            case "multi-class", "multiclass", "multiclass_classification" -> Task.MULTICLASS_CLASSIFICATION;
            case "regression" -> Task.REGRESSION;
            default ->
                (Task) context.handleWeirdStringValue(Task.class, text, "a task is binary, multi-class or regression");
        };
    }
}
