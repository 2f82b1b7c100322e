package io.steelyard.data;

import java.util.List;

/// A model's input: the rows of a batch as one array of 32-bit numbers.
public final class FeatureMatrix {
    private FeatureMatrix() {}

    /// Numeric columns as a matrix in row-major order: the value of row r and column c stands at `r * columns.size() +
    /// c`.
    /// Missing values become NaN, true becomes 1 and false 0; a number is rounded to the nearest float (integers are
    /// exact
    /// up to 2^24).
    ///
    /// @param batch the rows
    /// @param columns the columns' names in the order of the matrix
    /// @return a new array of `batch.rows() * columns.size()` values
    /// @throws DataException where a column is not there, or is text or an instant
    /// @throws IllegalArgumentException where the matrix would have more than 2^31−1 values
    public static float[] of(Batch batch, List<String> columns) {
        int width = columns.size();
        long size = (long) batch.rows() * width;
        if (size > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a matrix of " + batch.rows() + " rows and " + width
                    + " columns does not fit into one array: take fewer rows at once");
        }
        float[] matrix = new float[(int) size];
        for (int column = 0; column < width; column++) {
            double[] values = batch.doubles(columns.get(column));
            for (int row = 0, at = column; row < values.length; row++, at += width) {
                matrix[at] = (float) values[row];
            }
        }
        return matrix;
    }
}
