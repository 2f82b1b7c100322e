package io.steelyard.mlflow.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer to `logged-models/search`.
///
/// @param models the models
/// @param nextPageToken what to ask for the next part with; absent: this was the last
public record SearchLoggedModelsResponse(
        List<LoggedModelEntry> models, @Nullable String nextPageToken) {
    public SearchLoggedModelsResponse {
        models = Absent.asEmpty(models);
    }
}
