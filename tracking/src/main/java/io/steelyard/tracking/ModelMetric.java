package io.steelyard.tracking;

import org.jspecify.annotations.Nullable;

/// A measured value of a logged model.
///
/// @param modelId the model
/// @param metric the value
/// @param runId the run that measured it
/// @param datasetName what it was measured on; null: nobody said
/// @param datasetDigest the digest of what it was measured on; null: nobody said
public record ModelMetric(
        String modelId,
        Metric metric,
        String runId,
        @Nullable String datasetName,
        @Nullable String datasetDigest) {}
