package io.steelyard.mlflow.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The request `runs/search`.
///
/// @param experimentIds the experiments to look in
/// @param filter which ones; absent: all
/// @param maxResults how many the answer has at most, up to 50,000; absent: 1,000
/// @param orderBy in which order; absent: the usual one
/// @param runViewType which of them; absent: those in use
/// @param pageToken where it begins; absent: at the beginning
public record SearchRuns(
        List<String> experimentIds,
        @Nullable String filter,
        @Nullable Long maxResults,
        List<String> orderBy,
        @Nullable ViewType runViewType,
        @Nullable String pageToken) {
    public SearchRuns {
        experimentIds = Absent.asEmpty(experimentIds);
        orderBy = Absent.asEmpty(orderBy);
    }
}
