package io.steelyard.stats;

import java.util.Arrays;

/// Quantiles by linear interpolation, equal to NumPy's default to the last bit.
///
/// The quantile of probability q of n sorted values x stands at position h = (n−1)·q: between a = x[⌊h⌋] and its
/// successor b, at t = h−⌊h⌋ of the way, as a + (b−a)·t where t < 0.5 and as b − (b−a)·(1−t) elsewhere. This is type
/// 7 of Hyndman and Fan (1996, [doi:10.2307/2684934](https://doi.org/10.2307/2684934)).
///
/// NaN is a missing value and is left out, as in `numpy.nanpercentile`. Between a finite value and an infinite one
/// lies the infinite one, between the two infinities NaN. Differs from NumPy there, and where b−a is beyond the
/// greatest double: NumPy gives NaN or an infinity also where the quantile is finite.
public final class Quantiles {
    private Quantiles() {}

    /// Quantiles of values in any order.
    ///
    /// @param values the values, in any order; NaN is left out
    /// @param probabilities each from 0 (the least value) to 1 (the greatest)
    /// @return one quantile a probability, in the same order
    /// @throws IllegalArgumentException where no value is left, or a probability is not from 0 to 1
    public static double[] linear(double[] values, double[] probabilities) {
        double[] sorted = Samples.sortedWithoutMissing(values, "values");
        double[] quantiles = new double[probabilities.length];
        Arrays.setAll(quantiles, i -> linear(sorted, probabilities[i]));
        return quantiles;
    }

    /// The edges that cut values into bins of equal share: `numpy.percentile(values, numpy.linspace(0, 100, bins +
    /// 1))`.
    ///
    /// @param values the values, in any order; NaN is left out
    /// @param bins how many bins, 1 or more
    /// @return bins + 1 edges in ascending order, from the least value to the greatest; edges may be equal
    /// @throws IllegalArgumentException where no value is left, or bins is below 1
    public static double[] edges(double[] values, int bins) {
        return linear(values, evenProbabilities(bins));
    }

    private static double[] evenProbabilities(int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("bins is " + bins + ", but must be 1 or more");
        }
        double step = 100.0 / bins;
        double[] probabilities = new double[bins + 1];
        Arrays.setAll(probabilities, i -> i * step / 100);
        probabilities[bins] = 1;
        return probabilities;
    }

    private static double linear(double[] sorted, double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability is " + probability + ", but must be from 0 to 1");
        }
        int last = sorted.length - 1;
        double position = last * probability;
        int lower = (int) position;
        if (lower >= last) {
            return sorted[last];
        }
        double a = sorted[lower];
        double b = sorted[lower + 1];
        double t = position - lower;
        if (!Double.isFinite(b - a)) {
            return a == b || t == 0 ? a : a * (1 - t) + b * t;
        }
        return t < 0.5 ? a + (b - a) * t : b - (b - a) * (1 - t);
    }
}
