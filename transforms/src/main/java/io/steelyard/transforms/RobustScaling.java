package io.steelyard.transforms;

import io.steelyard.data.Batch;
import io.steelyard.stats.Quantiles;

/// Shifts and scales numbers by their median and the distance between two quantiles, so that a few extreme values change
/// little, as scikit-learn's `RobustScaler(quantile_range=(100 * low, 100 * high))`: quantiles by linear interpolation, a
/// distance below 10·2⁻⁵² counts as 1; missing values are passed over and stay missing.
///
/// @param column the numeric column
/// @param low the probability of the lower quantile, from 0
/// @param high the probability of the upper quantile, above `low` and at most 1
public record RobustScaling(String column, double low, double high) implements InputTransform {
    private static final double FIRST_QUARTILE = 0.25;
    private static final double THIRD_QUARTILE = 0.75;

    public RobustScaling {
        if (!(low >= 0 && low < high && high <= 1)) {
            throw new IllegalArgumentException("'" + column + "' cannot be scaled by the quantiles " + low + " and "
                    + high + ": the first must be below the second, both from 0 to 1");
        }
    }

    /// Scaling by the quartiles.
    ///
    /// @param column the numeric column
    public RobustScaling(String column) {
        this(column, FIRST_QUARTILE, THIRD_QUARTILE);
    }

    @Override
    public FittedScaling fit(Batch training) {
        Observed observed = Observed.of(training, column);
        double[] quantiles = Quantiles.linear(observed.values(), new double[] {0.5, low, high});
        return new FittedScaling(column, quantiles[0], Scales.orOne(quantiles[2] - quantiles[1]));
    }
}
