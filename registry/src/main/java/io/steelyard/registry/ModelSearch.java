package io.steelyard.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which registered models are asked for, and in which order.
///
/// @param filter a filter, for example `name LIKE 'flight%'`; empty: all but prompts
/// @param orderBy for example `last_updated_timestamp DESC`; where it says nothing: by name
/// @param maxResults how many a page has at most, from 1
/// @param pageToken where the page begins; null: at the beginning
public record ModelSearch(
        String filter,
        List<String> orderBy,
        int maxResults,
        @Nullable String pageToken) {
    public ModelSearch {
        orderBy = List.copyOf(orderBy);
    }
}
