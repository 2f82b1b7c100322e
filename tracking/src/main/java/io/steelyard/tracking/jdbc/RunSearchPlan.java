package io.steelyard.tracking.jdbc;

import io.steelyard.tracking.jdbc.SearchQuery.Found;
import io.steelyard.tracking.search.Filter;
import java.util.List;

/// Decides how to find runs.
///
/// @param query the search
/// @param scope the runs that it looks at
/// @param filters writes conditions
/// @param filter the filter
record RunSearchPlan(SearchQuery query, RunScope scope, FilterSql filters, Filter filter) {
    List<Found> rows() {
        return query.sorted("runs r", scope.condition(query.dialect()));
    }
}
