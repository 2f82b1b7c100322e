package io.steelyard.transforms;

import io.steelyard.data.Batch;
import io.steelyard.data.DoubleColumn;

/// A [MedianImputation] with its median.
///
/// @param column the numeric column, which is replaced
/// @param median what stands in for a missing value
public record FittedMedianImputation(String column, double median) implements FittedTransform {
    @Override
    public Batch apply(Batch rows) {
        double[] values = rows.doubles(column).clone();
        for (int row = 0; row < values.length; row++) {
            if (Double.isNaN(values[row])) {
                values[row] = median;
            }
        }
        return rows.with(column, new DoubleColumn(values));
    }
}
