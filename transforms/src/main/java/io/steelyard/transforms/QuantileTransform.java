package io.steelyard.transforms;

import io.steelyard.data.Batch;
import io.steelyard.stats.Quantiles;
import java.util.Arrays;

/// Spreads numbers evenly, or as a normal distribution, by their rank among the training rows, as scikit-learn's
/// `QuantileTransformer(n_quantiles=…, subsample=None, output_distribution=…)`: the training rows' quantiles by linear
/// interpolation at evenly spaced probabilities; a value between two of them stands between their probabilities; one that
/// several equal quantiles share, in their middle; one beyond the training rows at 0 or 1. With [Output#NORMAL] a
/// probability becomes the point of the standard normal distribution with that share below it, from -5.199 to 5.199.
/// Missing values are passed over and stay missing. All rows are looked at; scikit-learn looks at 10,000 unless it is
/// told `subsample=None`.
///
/// @param column the numeric column
/// @param quantiles how many quantiles, at least 1; there are never more than training rows, missing ones included
/// @param output what a probability becomes
public record QuantileTransform(String column, int quantiles, Output output) implements InputTransform {
    /// What a probability becomes.
    public enum Output {
        /// It stays, from 0 to 1.
        UNIFORM,
        /// The normal distribution's point.
        NORMAL
    }

    private static final int USUAL_QUANTILES = 1000;

    public QuantileTransform {
        if (quantiles < 1) {
            throw new IllegalArgumentException("'" + column + "' needs at least 1 quantile, not " + quantiles);
        }
    }

    /// A transform by 1000 quantiles.
    ///
    /// @param column the numeric column
    /// @param output what a probability becomes
    public QuantileTransform(String column, Output output) {
        this(column, USUAL_QUANTILES, output);
    }

    @Override
    public FittedQuantileTransform fit(Batch training) {
        Observed observed = Observed.of(training, column);
        double[] probabilities = QuantileShares.references(Math.min(quantiles, observed.values().length));
        double[] learned = Quantiles.linear(observed.values(), probabilities);
        // Rounding of the interpolation must not make them descend.
        for (int i = 1; i < learned.length; i++) {
            learned[i] = Math.max(learned[i], learned[i - 1]);
        }
        return new FittedQuantileTransform(column, Doubles.of(Arrays.copyOf(learned, learned.length)), output);
    }
}
