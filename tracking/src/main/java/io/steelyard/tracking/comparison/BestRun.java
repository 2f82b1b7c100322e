package io.steelyard.tracking.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The run that is best by a metric.
///
/// @param runId its id; of equal ones the first in the order of the comparison
/// @param value its value, never NaN
/// @param configHash its parameter `config_hash`; null where it has none
/// @param tied the ids of the other runs with the same value
public record BestRun(String runId, double value, @Nullable String configHash, List<String> tied) {
    public BestRun {
        tied = List.copyOf(tied);
    }
}
