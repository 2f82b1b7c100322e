package io.steelyard.transforms;

import io.steelyard.data.Batch;
import io.steelyard.data.DoubleColumn;

/// An imputation that knows its value.
///
/// @param column the numeric column
/// @param value what stands for a missing value
public record FittedImputation(String column, double value) implements FittedTransform {
    @Override
    public Batch transform(Batch rows) {
        double[] values = rows.doubles(column).clone();
        for (int row = 0; row < values.length; row++) {
            if (Double.isNaN(values[row])) {
                values[row] = value;
            }
        }
        return rows.with(column, new DoubleColumn(values));
    }
}
