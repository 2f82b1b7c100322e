package io.steelyard.mlflow;

import io.steelyard.mlflow.wire.FileEntry;
import java.util.List;

/// Lists the artifacts that a server keeps. It may be called from any number of threads.
@FunctionalInterface
public interface ArtifactListing {
    /// Lists what stands directly in a folder.
    ///
    /// @param rootUri where the artifacts of a run or of a logged model stand, for example
    ///     `mlflow-artifacts:/1/0af…/artifacts`
    /// @param folder the folder below it; empty: the root
    /// @return files and folders with their paths below the root; none where there is no such folder
    List<FileEntry> list(String rootUri, String folder);
}
