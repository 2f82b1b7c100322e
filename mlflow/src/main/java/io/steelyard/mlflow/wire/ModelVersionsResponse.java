package io.steelyard.mlflow.wire;

import java.util.List;

/// The answer to `registered-models/get-latest-versions`.
///
/// @param modelVersions the versions
public record ModelVersionsResponse(List<ModelVersionEntry> modelVersions) {
    public ModelVersionsResponse {
        modelVersions = Absent.asEmpty(modelVersions);
    }
}
