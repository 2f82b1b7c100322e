package io.steelyard.mlflow.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The request `registered-models/create`.
///
/// @param name its name
/// @param tags values by key; absent: none
/// @param description what people should know
public record CreateRegisteredModel(
        @Required String name, List<Entry> tags, @Nullable String description) {
    public CreateRegisteredModel {
        tags = Absent.asEmpty(tags);
    }
}
