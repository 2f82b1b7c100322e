package io.steelyard.mlflow.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer to `model-versions/search`.
///
/// @param modelVersions the versions
/// @param nextPageToken what to ask for the next part with; absent: this was the last
public record SearchModelVersionsResponse(
        List<ModelVersionEntry> modelVersions, @Nullable String nextPageToken) {
    public SearchModelVersionsResponse {
        modelVersions = Absent.asEmpty(modelVersions);
    }
}
