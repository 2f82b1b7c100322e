package io.steelyard.stats;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

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
    /// From so many values on, finding ranks is faster than sorting.
    private static final int MANY = 1 << 15;

    private Quantiles() {}

    /// Quantiles of values in any order.
    ///
    /// @param values the values, in any order; NaN is left out
    /// @param probabilities each from 0 (the least value) to 1 (the greatest)
    /// @return one quantile a probability, in the same order
    /// @throws IllegalArgumentException where no value is left, or a probability is not from 0 to 1
    public static double[] linear(double[] values, double[] probabilities) {
        for (double probability : probabilities) {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("a probability is " + probability + ", but must be from 0 to 1");
            }
        }
        double[] quantiles = new double[probabilities.length];
        if (values.length < MANY) {
            double[] sorted = Samples.sortedWithoutMissing(values, "values");
            Arrays.setAll(
                    quantiles, i -> Place.of(sorted.length, probabilities[i]).among(rank -> sorted[rank]));
            return quantiles;
        }
        OrderStatistics ordered = OrderStatistics.of(values);
        Samples.requireSome(ordered.count(), values.length, "values");
        Place[] places = new Place[probabilities.length];
        Arrays.setAll(places, i -> Place.of(ordered.count(), probabilities[i]));
        int[] ranks = Arrays.stream(places)
                .flatMapToInt(place -> IntStream.of(place.lower(), place.upper()))
                .sorted()
                .distinct()
                .toArray();
        double[] found = ordered.at(ranks);
        Arrays.setAll(quantiles, i -> places[i].among(rank -> found[Arrays.binarySearch(ranks, rank)]));
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

    /// The probabilities of those edges: `numpy.linspace(0, 100, bins + 1) / 100`.
    ///
    /// @param bins how many bins, 1 or more
    /// @return bins + 1 probabilities in ascending order, from 0 to 1
    /// @throws IllegalArgumentException where bins is below 1
    public static double[] evenProbabilities(int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("bins is " + bins + ", but must be 1 or more");
        }
        double step = 100.0 / bins;
        double[] probabilities = new double[bins + 1];
        Arrays.setAll(probabilities, i -> i * step / 100);
        probabilities[bins] = 1;
        return probabilities;
    }

    /// Where a quantile stands among sorted values.
    ///
    /// @param lower the rank from which on it lies
    /// @param upper the rank up to which it lies
    /// @param way how far it is from the one to the other
    private record Place(int lower, int upper, double way) {
        static Place of(int count, double probability) {
            int last = count - 1;
            double position = last * probability;
            int lower = (int) position;
            return lower >= last ? new Place(last, last, 0) : new Place(lower, lower + 1, position - lower);
        }

        double among(IntToDoubleFunction sorted) {
            double a = sorted.applyAsDouble(lower);
            double b = sorted.applyAsDouble(upper);
            if (!Double.isFinite(b - a)) {
                return a == b || way == 0 ? a : a * (1 - way) + b * way;
            }
            return way < 0.5 ? a + (b - a) * way : b - (b - a) * (1 - way);
        }
    }
}
