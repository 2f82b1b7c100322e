package io.steelyard.features;

/// One number over a window.
///
/// @param function what is computed
/// @param column the source's column; its missing values are passed over
/// @param as the result's name
public record Aggregate(AggregateFunction function, String column, String as) {
    public Aggregate {
        if (column.isBlank() || as.isBlank()) {
            throw new IllegalArgumentException("an aggregate needs a column and a name for its result");
        }
    }
}
