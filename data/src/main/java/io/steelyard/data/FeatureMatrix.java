package io.steelyard.data;

import java.util.List;

/// Columns as the row-major matrix of 32-bit floats that tree models work on.
public final class FeatureMatrix {
    private FeatureMatrix() {}

    /// The matrix of some columns.
    ///
    /// @param batch the rows
    /// @param columns numeric columns, in the matrix's order
    /// @return `rows * columns` numbers, row after row, each rounded to the nearest float; missing is NaN
    /// @throws DataException where a column is not there or is not numeric
    public static float[] of(Batch batch, List<String> columns) {
        int width = columns.size();
        float[] matrix = new float[Math.multiplyExact(batch.rows(), width)];
        for (int column = 0; column < width; column++) {
            double[] values = batch.doubles(columns.get(column));
            for (int row = 0, at = column; row < values.length; row++, at += width) {
                matrix[at] = (float) values[row];
            }
        }
        return matrix;
    }
}
