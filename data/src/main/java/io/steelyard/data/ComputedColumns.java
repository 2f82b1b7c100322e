package io.steelyard.data;

/// Columns that Java computes of other columns, some rows at a time: see [ComputedCopy].
public interface ComputedColumns {
    /// What is computed from.
    ///
    /// @return the columns; where one is of type DOUBLE, the file's may be any number, else it must be of this type
    Schema inputs();

    /// What is computed.
    ///
    /// @return the columns, at least one
    Schema outputs();

    /// Computes the columns of some rows that follow each other. Called by one thread at a time.
    ///
    /// @param rows the inputs, at least one row and at most 2,048
    /// @return the outputs, as many rows
    Batch compute(Batch rows);
}
