package io.steelyard.transforms;

import io.steelyard.data.Batch;
import io.steelyard.data.DataException;

/// Shifts and scales numbers to mean 0 and standard deviation 1 over the training rows, as scikit-learn's
/// `StandardScaler`: population deviation (ddof 0), a deviation of 0 counts as 1, missing values are passed over and
/// stay missing.
///
/// @param column the numeric column
public record StandardScaling(String column) implements Transform {
    @Override
    public FittedScaling fit(Batch training) {
        double sum = 0;
        int count = 0;
        double[] values = training.doubles(column);
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        if (count == 0) {
            throw new DataException(DataException.Kind.EMPTY, "column '" + column + "' has no value to take a mean of");
        }
        double mean = sum / count;
        double squares = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                squares += (value - mean) * (value - mean);
            }
        }
        double deviation = Math.sqrt(squares / count);
        return new FittedScaling(column, mean, deviation == 0 ? 1 : deviation);
    }
}
