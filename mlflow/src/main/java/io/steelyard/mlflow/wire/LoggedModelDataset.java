package io.steelyard.mlflow.wire;

import org.jspecify.annotations.Nullable;

/// A data set whose metrics count in a search.
///
/// @param datasetName its name
/// @param datasetDigest its digest; absent: any
public record LoggedModelDataset(
        @Nullable String datasetName, @Nullable String datasetDigest) {}
