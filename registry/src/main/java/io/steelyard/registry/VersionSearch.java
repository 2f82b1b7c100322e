package io.steelyard.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which model versions are asked for, and in which order.
///
/// @param filter a filter, for example `name = 'delays' AND run_id IN ('a', 'b')`; empty: all but prompts
/// @param orderBy for example `creation_timestamp DESC`; where it says nothing: what was changed last comes first
/// @param maxResults how many a page has at most, from 1
/// @param pageToken where the page begins; null: at the beginning
public record VersionSearch(
        String filter,
        List<String> orderBy,
        int maxResults,
        @Nullable String pageToken) {
    public VersionSearch {
        orderBy = List.copyOf(orderBy);
    }
}
