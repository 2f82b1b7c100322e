package io.steelyard.mlflow.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The request `registered-models/search`.
///
/// @param filter which ones; absent: all
/// @param maxResults how many the answer has at most; absent: 100
/// @param orderBy in which order; absent: the usual one
/// @param pageToken where it begins; absent: at the beginning
public record SearchRegisteredModels(
        @Nullable String filter,
        @Nullable Long maxResults,
        List<String> orderBy,
        @Nullable String pageToken) {
    public SearchRegisteredModels {
        orderBy = Absent.asEmpty(orderBy);
    }
}
