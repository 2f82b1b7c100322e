package io.steelyard.tracking.jdbc;

import java.util.List;

/// A way to find all runs that can meet a filter without looking at the others: each part walks an index.
///
/// @param parts selections of run numbers, which together give each run that can meet the filter, and perhaps more
record RunDriver(List<SqlText> parts) {
    RunDriver {
        parts = List.copyOf(parts);
    }

    /// Counts what it gives, but not beyond a limit.
    int count(SearchQuery query, int most) {
        int sum = 0;
        for (SqlText part : parts) {
            sum += query.count(part.inside("(", ") c"), most - sum);
            if (sum >= most) {
                return most;
            }
        }
        return sum;
    }

    SqlText selection() {
        return parts.size() == 1 ? parts.getFirst() : SqlText.join(" UNION ", parts);
    }
}
