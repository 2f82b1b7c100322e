package io.steelyard.tracking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which logged models are asked for, and in which order.
///
/// @param experimentIds the experiments to look in
/// @param filter a filter, for example `metrics.auc > 0.8`; empty: all
/// @param datasets the data sets whose metrics a filter and an order mean; none: any
/// @param orderBy where it says nothing: the newest first
/// @param maxResults how many a page has at most, from 1
/// @param pageToken where the page begins; null: at the beginning
public record LoggedModelSearch(
        List<String> experimentIds,
        String filter,
        List<Dataset> datasets,
        List<Order> orderBy,
        int maxResults,
        @Nullable String pageToken) {
    public LoggedModelSearch {
        experimentIds = List.copyOf(experimentIds);
        datasets = List.copyOf(datasets);
        orderBy = List.copyOf(orderBy);
    }

    /// A data set that metrics were measured on.
    ///
    /// @param name its name
    /// @param digest its digest; null: any
    public record Dataset(String name, @Nullable String digest) {}

    /// One field to order by.
    ///
    /// @param field for example `metrics.auc` or `creation_timestamp`
    /// @param ascending whether the smallest comes first
    /// @param dataset the data set that a metric was measured on; null: any
    public record Order(
            String field, boolean ascending, @Nullable Dataset dataset) {}
}
