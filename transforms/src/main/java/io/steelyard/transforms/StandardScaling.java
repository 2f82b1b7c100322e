package io.steelyard.transforms;

import io.steelyard.data.Batch;

/// Numbers to mean 0 and standard deviation 1: (x − mean) / scale; the column becomes DOUBLE, missing stays missing.
///
/// As scikit-learn's `StandardScaler`: the scale is the population's standard deviation (ddof 0) of the values that are
/// not missing, and 1 where that is zero but for rounding.
///
/// @param column the numeric column
public record StandardScaling(String column) implements Transform {
    // Half a unit in the last place at 1: NumPy's float64 eps.
    private static final double EPSILON = Math.ulp(1.0);

    /// Finds mean and scale.
    ///
    /// @param training the training rows
    /// @return the step with its mean and scale
    /// @throws io.steelyard.data.DataException where the column is missing, not numeric, holds no value or an infinite
    /// one
    @Override
    public FittedStandardScaling fit(Batch training) {
        double[] values = Observed.values(training, column);
        int n = values.length;
        double mean = sum(values) / n;
        double squares = 0;
        double correction = 0;
        for (double value : values) {
            double distance = value - mean;
            squares += distance * distance;
            correction += distance;
        }
        double variance = (squares - correction * correction / n) / n;
        double noise = n * mean * EPSILON;
        boolean constant = variance <= n * EPSILON * variance + noise * noise;
        return new FittedStandardScaling(column, mean, constant ? 1 : Math.sqrt(variance));
    }

    /// Neumaier's sum: as exact as NumPy's pairwise one, or better.
    private static double sum(double[] values) {
        double sum = 0;
        double lost = 0;
        for (double value : values) {
            double next = sum + value;
            lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
            sum = next;
        }
        return sum + lost;
    }
}
