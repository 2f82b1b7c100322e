package io.steelyard.transforms;

import io.steelyard.data.Batch;
import io.steelyard.data.DoubleColumn;

/// A [StandardScaling] with mean and scale.
///
/// @param column the numeric column, which is replaced
/// @param mean what is subtracted
/// @param scale what is divided by; above 0
public record FittedStandardScaling(String column, double mean, double scale) implements FittedTransform {
    public FittedStandardScaling {
        if (!(scale > 0)) {
            throw new IllegalArgumentException(
                    "the scale of column '" + column + "' is " + scale + ", but must be above 0");
        }
    }

    @Override
    public Batch apply(Batch rows) {
        double[] values = rows.doubles(column);
        double[] scaled = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            scaled[row] = (values[row] - mean) / scale;
        }
        return rows.with(column, new DoubleColumn(scaled));
    }
}
