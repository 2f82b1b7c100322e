package io.steelyard.batch;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a batch came to.
///
/// @param totalRows how many rows were scored
/// @param outputPath the file that was written
/// @param predictionDistribution how the column `prediction` lies; null where it holds text
/// @param probabilityDistribution how the column `probability` lies; null where there is none
/// @param predictionCounts how often each class was predicted, in the classes' order; empty for a regression
/// @param scoredAt what the column `scored_at` says
/// @param seconds how long it took
/// @param rowsPerSecond how many rows were scored in a second, those of resumed parts left out
/// @param parts how many parts there were
/// @param resumedParts how many of them an earlier process had finished
public record BatchResult(
        long totalRows,
        Path outputPath,
        @Nullable PredictionDistribution predictionDistribution,
        @Nullable PredictionDistribution probabilityDistribution,
        Map<String, Long> predictionCounts,
        Instant scoredAt,
        double seconds,
        double rowsPerSecond,
        int parts,
        int resumedParts) {
    public BatchResult {
        predictionCounts = Collections.unmodifiableMap(new LinkedHashMap<>(predictionCounts));
    }
}
