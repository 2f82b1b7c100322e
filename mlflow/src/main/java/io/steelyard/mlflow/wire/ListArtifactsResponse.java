package io.steelyard.mlflow.wire;

import java.util.List;

/// The answer to `artifacts/list` and to the same of a logged model.
///
/// @param rootUri where the root stands
/// @param files what stands in the folder
public record ListArtifactsResponse(String rootUri, List<FileEntry> files) {
    public ListArtifactsResponse {
        files = Absent.asEmpty(files);
    }
}
