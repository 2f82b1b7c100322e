package io.steelyard.transforms;

import io.steelyard.data.Batch;
import java.util.Arrays;

/// Shifts and scales numbers to mean 0 and standard deviation 1 over the training rows, as scikit-learn's
/// `StandardScaler`: population deviation (ddof 0); a deviation that is 0 but for rounding counts as 1; missing values
/// are passed over and stay missing.
///
/// @param column the numeric column
public record StandardScaling(String column) implements Transform {
    private static final double EPSILON = Math.ulp(1.0);

    @Override
    public FittedScaling fit(Batch training) {
        double[] values = Observed.values(training, column);
        int count = values.length;
        // DoubleStream.sum compensates for rounding.
        double mean = Arrays.stream(values).sum() / count;
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double shift = Arrays.stream(values).map(value -> value - mean).sum();
        double variance = (squares - shift * shift / count) / count;
        double noise = count * mean * EPSILON;
        boolean constant = variance <= count * EPSILON * variance + noise * noise;
        return new FittedScaling(column, mean, constant ? 1 : Math.sqrt(variance));
    }
}
