package io.steelyard.models;

import io.steelyard.data.Batch;
import java.util.List;

/// Numeric columns as rows of floats, the form in which models learn and score; training, serving and batch all come
/// this way.
public final class FloatRows {
    private FloatRows() {}

    /// Columns as rows.
    ///
    /// @param batch the columns
    /// @param features the names of the columns to take, in the order in which their values stand in a row
    /// @return row after row, `batch.rows() * features.size()` values, each rounded to a float; NaN is missing
    /// @throws io.steelyard.data.DataException where a column is not there or is not numeric
    public static float[] of(Batch batch, List<String> features) {
        int width = features.size();
        float[] rows = new float[Math.multiplyExact(batch.rows(), width)];
        for (int feature = 0; feature < width; feature++) {
            double[] column = batch.doubles(features.get(feature));
            for (int row = 0; row < column.length; row++) {
                rows[row * width + feature] = (float) column[row];
            }
        }
        return rows;
    }
}
