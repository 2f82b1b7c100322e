package io.steelyard.transforms;

import io.steelyard.data.Batch;
import java.util.List;

/// Keeps some columns, in the order of the selection, and drops the others. What is kept is settled by the training rows.
///
/// @param columns which columns
public record SelectColumns(ColumnSelection columns) implements InputTransform {
    /// Keeps columns by name.
    ///
    /// @param columns the columns' names in the order of the result
    public SelectColumns(List<String> columns) {
        this(new ColumnSelection.Named(columns));
    }

    /// Settles which columns there are.
    ///
    /// @param training the training rows
    /// @return the step
    /// @throws io.steelyard.data.DataException where a named column is missing, or none is meant
    @Override
    public FittedSelectColumns fit(Batch training) {
        return new FittedSelectColumns(columns.in(training.schema()));
    }
}
