package io.steelyard.mlflow.wire;

import java.util.List;

/// The request `PATCH logged-models/{model_id}/tags`.
///
/// @param modelId the logged model's id
/// @param tags values by key; absent: none
public record SetLoggedModelTags(@Required String modelId, List<Entry> tags) {
    public SetLoggedModelTags {
        tags = Absent.asEmpty(tags);
    }
}
