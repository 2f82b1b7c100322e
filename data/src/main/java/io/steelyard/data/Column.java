package io.steelyard.data;

/// The values of one column of a [Batch]. Columns do not copy the arrays they are given: whoever makes one hands its
/// arrays
/// over and must not write to them again, and whoever reads the arrays must not write either.
public sealed interface Column permits DoubleColumn, LongColumn, BooleanColumn, StringColumn, TimestampColumn {
    /// The type of the values.
    ///
    /// @return the type
    ColumnType type();

    /// How many values there are, missing ones included.
    ///
    /// @return the number of rows
    int size();

    /// Whether a row has no value.
    ///
    /// @param row the row from 0
    /// @return true where the value is missing (for [DoubleColumn], NaN)
    boolean isMissing(int row);

    /// The rows at some positions, in the order given; a position may stand more than once.
    ///
    /// @param rows positions from 0
    /// @return a new column of `rows.length` values
    Column take(int[] rows);
}
