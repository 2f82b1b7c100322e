package io.steelyard.batch;

import java.nio.file.Path;

/// What a batch came to.
///
/// @param totalRows how many rows were scored
/// @param outputPath the file that was written
/// @param predictionDistribution how the predictions lie
public record BatchResult(long totalRows, Path outputPath, PredictionDistribution predictionDistribution) {}
