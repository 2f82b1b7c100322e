package io.steelyard.mlflow.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The request `model-versions/search`.
///
/// @param filter which ones; absent: all
/// @param maxResults how many the answer has at most; absent: 200,000
/// @param orderBy in which order; absent: the usual one
/// @param pageToken where it begins; absent: at the beginning
public record SearchModelVersions(
        @Nullable String filter,
        @Nullable Long maxResults,
        List<String> orderBy,
        @Nullable String pageToken) {
    public SearchModelVersions {
        orderBy = Absent.asEmpty(orderBy);
    }
}
