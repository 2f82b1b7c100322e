package io.steelyard.stats;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Quantiles of any number of values in bounded memory: exact up to [#SIZE] values, then those of a uniform random sample
/// of so many (algorithm L: Li 1994, [doi:10.1145/198429.198435](https://doi.org/10.1145/198429.198435)).
///
/// The sample is drawn from a fixed stream, so the same values in the same order give the same quantiles, in every
/// process. Not for several threads.
public final class QuantileSample {
    /// How many values are kept, 1 MiB of them.
    public static final int SIZE = 1 << 17;

    /// By how much the rank of a sample's median may be off with a probability of 99 %; at other quantiles it is less.
    private static final double RANK_ERROR = 2.576 * 0.5 / Math.sqrt(SIZE);

    private final RandomGenerator random = RandomStreams.of(0).stream("quantile sample");
    private double[] kept = new double[1 << 10];
    private long seen;
    private double weight = 1;
    private long next;

    /// A sample of no values.
    public QuantileSample() {}

    /// Adds a value.
    ///
    /// @param value the value; NaN is left out
    public void add(double value) {
        if (Double.isNaN(value)) {
            return;
        }
        if (seen < SIZE) {
            if (seen == kept.length) {
                kept = Arrays.copyOf(kept, 2 * kept.length);
            }
            kept[(int) seen] = value;
            seen++;
            if (seen == SIZE) {
                skip();
            }
            return;
        }
        if (seen == next) {
            kept[random.nextInt(SIZE)] = value;
            skip();
        }
        seen++;
    }

    /// Quantiles by linear interpolation, see [Quantiles].
    ///
    /// @param probabilities each from 0 to 1
    /// @return one quantile a probability, in the same order
    /// @throws IllegalArgumentException where no value was added, or a probability is not from 0 to 1
    public double[] quantiles(double... probabilities) {
        return Quantiles.linear(Arrays.copyOf(kept, (int) Math.min(seen, SIZE)), probabilities);
    }

    /// How far the probability of a quantile may be off.
    ///
    /// @return 0 where the quantiles are exact; else 0.0036, which holds with a probability of 99 %
    public double rankError() {
        return seen <= SIZE ? 0 : RANK_ERROR;
    }

    /// Draws which value is taken next.
    private void skip() {
        weight *= Math.exp(Math.log(uniform()) / SIZE);
        next = (next == 0 ? SIZE - 1 : next) + 1 + (long) Math.floor(Math.log(uniform()) / Math.log1p(-weight));
    }

    /// A number above 0 and below 1.
    private double uniform() {
        return 1 - random.nextDouble() * (1 - 0x1.0p-53);
    }
}
