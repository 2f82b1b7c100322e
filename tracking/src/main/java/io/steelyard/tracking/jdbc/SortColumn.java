package io.steelyard.tracking.jdbc;

import io.steelyard.tracking.search.OrderBy.Direction;

/// A column that a search sorts by; it is never NULL.
///
/// @param expression what it holds
/// @param direction which of its values come first
/// @param kind what its values are
record SortColumn(SqlText expression, Direction direction, Kind kind) {
    enum Kind {
        WHOLE,
        FRACTION,
        TEXT
    }
}
