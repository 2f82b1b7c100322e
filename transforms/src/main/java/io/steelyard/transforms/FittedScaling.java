package io.steelyard.transforms;

import io.steelyard.data.Batch;
import io.steelyard.data.DoubleColumn;

/// A scaling that knows its numbers: `(x - centre) / scale`.
///
/// @param column the numeric column
/// @param centre what is subtracted
/// @param scale what is divided by, not 0
public record FittedScaling(String column, double centre, double scale) implements FittedTransform {
    public FittedScaling {
        if (scale == 0) {
            throw new IllegalArgumentException("the scale of '" + column + "' must not be 0");
        }
    }

    @Override
    public Batch transform(Batch rows) {
        double[] values = rows.doubles(column).clone();
        for (int row = 0; row < values.length; row++) {
            values[row] = (values[row] - centre) / scale;
        }
        return rows.with(column, new DoubleColumn(values));
    }
}
