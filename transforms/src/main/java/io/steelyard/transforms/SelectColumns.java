package io.steelyard.transforms;

import io.steelyard.data.Batch;
import java.util.List;

/// Keeps some columns, in the order given, and drops the others.
///
/// @param columns the columns' names
public record SelectColumns(List<String> columns) implements Transform {
    public SelectColumns {
        columns = List.copyOf(columns);
    }

    /// Checks that the columns are there.
    ///
    /// @param training the training rows
    /// @return the step
    /// @throws io.steelyard.data.DataException where one is missing
    @Override
    public FittedSelectColumns fit(Batch training) {
        columns.forEach(training.schema()::require);
        return new FittedSelectColumns(columns);
    }
}
