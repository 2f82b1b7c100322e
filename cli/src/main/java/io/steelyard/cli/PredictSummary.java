package io.steelyard.cli;

import io.steelyard.batch.BatchModel;
import io.steelyard.batch.BatchResult;
import io.steelyard.batch.PredictionDistribution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What `predict --json` prints; the first three are the keys of every batch summary.
///
/// @param totalRows how many rows were scored
/// @param outputPath the file
/// @param predictionDistribution of the column `prediction`; null where it holds text
/// @param probabilityDistribution of the column `probability`; null where there is none
/// @param predictionCounts how often each class was predicted; empty for a regression
/// @param modelPath the model's URI
/// @param modelVersion its version
/// @param scoredAt when the batch began
/// @param seconds how long it took
/// @param rowsPerSecond how fast this process scored
/// @param parts how many parts there were
/// @param resumedParts how many of them were finished before
record PredictSummary(
        long totalRows,
        String outputPath,
        @Nullable PredictionDistribution predictionDistribution,
        @Nullable PredictionDistribution probabilityDistribution,
        Map<String, Long> predictionCounts,
        String modelPath,
        String modelVersion,
        String scoredAt,
        double seconds,
        double rowsPerSecond,
        int parts,
        int resumedParts) {
    static PredictSummary of(BatchModel model, BatchResult result) {
        return new PredictSummary(
                result.totalRows(),
                result.outputPath().toString(),
                result.predictionDistribution(),
                result.probabilityDistribution(),
                result.predictionCounts(),
                model.path(),
                model.version(),
                result.scoredAt().toString(),
                result.seconds(),
                result.rowsPerSecond(),
                result.parts(),
                result.resumedParts());
    }

    /// The same for people.
    static List<String> lines(BatchResult result) {
        List<String> lines = new ArrayList<>();
        String resumed = result.resumedParts() == 0
                ? ""
                : ", " + result.resumedParts() + " of " + result.parts() + " parts from before";
        lines.add(String.format(
                Locale.ROOT,
                "%,d rows scored in %s, %s rows/s%s: %s",
                result.totalRows(),
                StepLine.time(Duration.ofNanos((long) (result.seconds() * 1e9))).strip(),
                PredictProgress.amount(result.rowsPerSecond()),
                resumed,
                result.outputPath()));
        add(lines, "prediction ", result.predictionDistribution());
        add(lines, "probability", result.probabilityDistribution());
        if (!result.predictionCounts().isEmpty()) {
            lines.add(result.predictionCounts().entrySet().stream()
                    .map(entry -> String.format(Locale.ROOT, "%s: %,d", entry.getKey(), entry.getValue()))
                    .collect(Collectors.joining(", ", "classes       ", "")));
        }
        return lines;
    }

    private static void add(List<String> lines, String name, @Nullable PredictionDistribution distribution) {
        if (distribution != null) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s   mean %.6g, std %.6g, min %.6g, max %.6g",
                    name,
                    distribution.mean(),
                    distribution.std(),
                    distribution.min(),
                    distribution.max()));
        }
    }
}
