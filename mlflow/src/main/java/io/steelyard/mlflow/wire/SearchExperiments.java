package io.steelyard.mlflow.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The request `experiments/search`.
///
/// @param viewType which of them; absent: those in use
/// @param maxResults how many the answer has at most, 1 to 50,000; absent is refused
/// @param orderBy in which order; absent: the usual one
/// @param filter which ones; absent: all
/// @param pageToken where it begins; absent: at the beginning
public record SearchExperiments(
        @Nullable ViewType viewType,
        @Nullable Long maxResults,
        List<String> orderBy,
        @Nullable String filter,
        @Nullable String pageToken) {
    public SearchExperiments {
        orderBy = Absent.asEmpty(orderBy);
    }
}
