package io.steelyard.transforms;

import io.steelyard.data.Batch;
import io.steelyard.data.DataException;
import io.steelyard.stats.Quantiles;

/// Replaces missing numbers by the median of the training rows' values (`numpy.nanmedian`).
///
/// @param column the numeric column
public record MedianImputation(String column) implements Transform {
    private static final double MEDIAN = 0.5;

    @Override
    public FittedImputation fit(Batch training) {
        double[] values = training.doubles(column);
        for (double value : values) {
            if (!Double.isNaN(value)) {
                return new FittedImputation(column, Quantiles.linear(values, new double[] {MEDIAN})[0]);
            }
        }
        throw new DataException(DataException.Kind.EMPTY, "column '" + column + "' has no value to take a median of");
    }
}
