package io.steelyard.mlflow.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The request `logged-models/search`.
///
/// @param experimentIds the experiments to look in
/// @param filter which ones; absent: all
/// @param datasets the data sets whose metrics count; absent: any
/// @param maxResults how many the answer has at most; absent: 50
/// @param orderBy in which order; absent: the usual one
/// @param pageToken where it begins; absent: at the beginning
public record SearchLoggedModels(
        @Required List<String> experimentIds,
        @Nullable String filter,
        List<LoggedModelDataset> datasets,
        @Nullable Long maxResults,
        List<LoggedModelOrder> orderBy,
        @Nullable String pageToken) {
    public SearchLoggedModels {
        experimentIds = Absent.asEmpty(experimentIds);
        datasets = Absent.asEmpty(datasets);
        orderBy = Absent.asEmpty(orderBy);
    }
}
