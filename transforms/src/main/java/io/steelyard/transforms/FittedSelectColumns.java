package io.steelyard.transforms;

import io.steelyard.data.Batch;
import java.util.List;

/// A [SelectColumns] that was found to fit.
///
/// @param columns the columns' names in the order of the result
public record FittedSelectColumns(List<String> columns) implements FittedTransform {
    public FittedSelectColumns {
        columns = List.copyOf(Stored.present("columns", columns));
    }

    @Override
    public Batch transform(Batch rows) {
        return rows.select(columns);
    }
}
