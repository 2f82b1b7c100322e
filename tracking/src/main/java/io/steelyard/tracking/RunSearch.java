package io.steelyard.tracking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which runs are asked for, and in which order.
///
/// @param experimentIds the experiments to look in
/// @param filter a filter, for example `metrics.auc > 0.8 AND NOT tags.kind = 'trial'`; empty: all
/// @param orderBy for example `metrics.auc DESC`; where it says nothing: the newest first, then by id
/// @param view which of them
/// @param maxResults how many a page has at most, from 1
/// @param pageToken where the page begins; null: at the beginning
public record RunSearch(
        List<String> experimentIds,
        String filter,
        List<String> orderBy,
        LifecycleView view,
        int maxResults,
        @Nullable String pageToken) {
    public RunSearch {
        experimentIds = List.copyOf(experimentIds);
        orderBy = List.copyOf(orderBy);
    }
}
