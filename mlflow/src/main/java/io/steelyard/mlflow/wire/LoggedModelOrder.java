package io.steelyard.mlflow.wire;

import org.jspecify.annotations.Nullable;

/// A field by which a search orders logged models.
///
/// @param fieldName for example `metrics.auc`
/// @param ascending whether the smallest comes first; absent: it does
/// @param datasetName the data set that a metric was measured on; absent: any
/// @param datasetDigest that data set's digest; absent: any
public record LoggedModelOrder(
        @Nullable String fieldName,
        @Nullable Boolean ascending,
        @Nullable String datasetName,
        @Nullable String datasetDigest) {}
