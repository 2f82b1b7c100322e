package io.steelyard.tracking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which experiments are asked for, and in which order.
///
/// @param filter a filter; empty: all
/// @param orderBy for example `name DESC`; where it says nothing: the newest first, then by id
/// @param view which of them
/// @param maxResults how many a page has at most, from 1
/// @param pageToken where the page begins; null: at the beginning
public record ExperimentSearch(
        String filter,
        List<String> orderBy,
        LifecycleView view,
        int maxResults,
        @Nullable String pageToken) {
    public ExperimentSearch {
        orderBy = List.copyOf(orderBy);
    }
}
