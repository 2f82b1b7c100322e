package io.steelyard.mlflow.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer to `registered-models/search`.
///
/// @param registeredModels the models
/// @param nextPageToken what to ask for the next part with; absent: this was the last
public record SearchRegisteredModelsResponse(
        List<RegisteredModelEntry> registeredModels,
        @Nullable String nextPageToken) {
    public SearchRegisteredModelsResponse {
        registeredModels = Absent.asEmpty(registeredModels);
    }
}
