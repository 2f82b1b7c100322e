package io.steelyard.data;

import java.util.List;

/// Rows of floats, the form in which learners take numbers.
///
/// @param columns the columns' names, in the order in which their values stand in a row
/// @param rows how many rows there are
/// @param values row after row, `rows * columns.size()` values, handed over; NaN is missing
public record FloatMatrix(List<String> columns, int rows, float[] values) {
    public FloatMatrix {
        columns = List.copyOf(columns);
        if (values.length != (long) rows * columns.size()) {
            throw new IllegalArgumentException(rows + " rows of " + columns.size() + " columns make "
                    + (long) rows * columns.size() + " values, but " + values.length + " were given");
        }
    }

    /// A value.
    ///
    /// @param row from 0
    /// @param column from 0
    /// @return the value; NaN is missing
    public float at(int row, int column) {
        return values[row * columns.size() + column];
    }
}
