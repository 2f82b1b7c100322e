package io.steelyard.features;

import io.steelyard.data.ColumnType;
import io.steelyard.data.Schema;
import java.util.List;

/// The source's columns that window views of one timeline read, by their position `c0`, `c1`, … in SQL.
///
/// @param views the views
/// @param source the source's columns
/// @param names the columns that any of them reads, each once
record WindowColumns(List<WindowFeatures> views, Schema source, List<String> names) {
    static WindowColumns of(List<WindowFeatures> views, Schema source) {
        return new WindowColumns(
                List.copyOf(views),
                source,
                views.stream()
                        .flatMap(view -> view.columns().stream())
                        .distinct()
                        .toList());
    }

    /// The columns as `expression AS c0` and so on. NaN is missing, as null is.
    List<String> selected() {
        return names.stream()
                .map(name -> (isFraction(name)
                                ? "nullif(CAST(" + Quoted.name(name) + " AS DOUBLE), CAST('NaN' AS DOUBLE))"
                                : Quoted.name(name))
                        + " AS c" + names.indexOf(name))
                .toList();
    }

    /// Whether a sum of the column is needed.
    boolean summed(int column) {
        return views.stream()
                .flatMap(view -> view.aggregates().stream())
                .anyMatch(a -> a.column().equals(names.get(column))
                        && (a.function() == AggregateFunction.SUM || a.function() == AggregateFunction.MEAN));
    }

    /// Whether a column holds floating-point numbers.
    boolean isFraction(String name) {
        return source.field(name).type() == ColumnType.DOUBLE;
    }
}
