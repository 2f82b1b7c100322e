package io.steelyard.evaluation;

import io.steelyard.stats.Quantiles;
import io.steelyard.stats.RandomStreams;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Confidence intervals by measuring many resamples: as many rows as there are, drawn with replacement.
///
/// Resample *i* is drawn from a stream of its own, and resamples are measured on all processors: the same seed gives the
/// same interval on any number of them. Efron and Tibshirani, "An introduction to the bootstrap", 1993.
///
/// @param resamples how many resamples, 1 or more; 1,000 is usual
/// @param level how often such an interval holds the true value, above 0 and below 1; usually 0.95
/// @param method how the ends are read from the resamples
/// @param seed where the draws come from
public record Bootstrap(int resamples, double level, Method method, long seed) {
    /// Up to this many rows BCa leaves out each row once; beyond, each of as many blocks of neighbouring rows.
    static final int JACKKNIFE_BLOCKS = 1_000;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    public Bootstrap {
        if (resamples < 1) {
            throw new IllegalArgumentException("resamples is " + resamples + ", but must be 1 or more; 1000 is usual");
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "the level is " + level + ", but must be above 0 and below 1; 0.95 is usual");
        }
    }

    /// 1,000 resamples, level 0.95, the ends by percentiles.
    ///
    /// @param seed where the draws come from
    public Bootstrap(long seed) {
        this(1_000, 0.95, Method.PERCENTILE, seed);
    }

    /// How the ends are read from the resamples.
    public enum Method {
        /// The quantiles of the resamples at (1 − level) / 2 and (1 + level) / 2.
        PERCENTILE,
        /// Those quantiles shifted for bias and for a spread that grows with the value: bias-corrected and accelerated, as
        /// `scipy.stats.bootstrap` does. Measures up to 1,000 times more. Where all resamples lie on one side of the value,
        /// or the metric is undefined without some rows, it is the percentile interval.
        BCA
    }

    /// The interval of a metric.
    ///
    /// @param metric what is measured
    /// @param rows the rows
    /// @param <R> the kind of rows
    /// @return the interval
    /// @throws IllegalArgumentException where a score is not a number that the metric takes
    public <R extends EvaluatedRows<R>> ConfidenceInterval of(QualityMetric<R> metric, R rows) {
        ToDoubleFunction<int[]> measure =
                drawn -> RowWeights.allZero(rows.weights(), drawn) ? Double.NaN : metric.of(rows.take(drawn));
        double value = metric.of(rows);
        double[] all = measured(rows.size(), measure);
        double[] defined = Arrays.stream(all).filter(v -> !Double.isNaN(v)).toArray();
        return intervalOf(
                value,
                defined,
                switch (method) {
                    case PERCENTILE -> plain();
                    case BCA -> corrected(value, defined, withoutEach(rows.size(), measure));
                });
    }

    /// The interval between two quantiles of the resamples on which the metric is defined.
    ConfidenceInterval intervalOf(double value, double[] defined, double[] probabilities) {
        double[] ends =
                defined.length == 0 ? new double[] {Double.NaN, Double.NaN} : Quantiles.linear(defined, probabilities);
        return new ConfidenceInterval(value, ends[0], ends[1], level, resamples, resamples - defined.length);
    }

    /// A number of each resample, in their order.
    double[] measured(int rows, ToDoubleFunction<int[]> measure) {
        RandomStreams streams = RandomStreams.of(seed);
        return IntStream.range(0, resamples)
                .parallel()
                .mapToDouble(i -> {
                    RandomGenerator random = streams.stream("bootstrap/" + i);
                    return measure.applyAsDouble(IntStream.generate(() -> random.nextInt(rows))
                            .limit(rows)
                            .toArray());
                })
                .toArray();
    }

    /// The probabilities of the two ends.
    double[] plain() {
        return new double[] {(1 - level) / 2, (1 + level) / 2};
    }

    /// The probabilities of the two ends by BCa.
    double[] corrected(double value, double[] distribution, double[] withoutEach) {
        double below = Arrays.stream(distribution).filter(v -> v < value).count();
        double equal = Arrays.stream(distribution).filter(v -> v == value).count();
        double share = (below + equal / 2) / distribution.length;
        double mean = Arrays.stream(withoutEach).average().orElse(Double.NaN);
        double squares =
                Arrays.stream(withoutEach).map(v -> Math.pow(mean - v, 2)).sum();
        double cubes =
                Arrays.stream(withoutEach).map(v -> Math.pow(mean - v, 3)).sum();
        double acceleration = squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
        if (share == 0 || share == 1 || Double.isNaN(acceleration)) {
            return plain();
        }
        double bias = NORMAL.inverseCumulativeProbability(share);
        return Arrays.stream(plain())
                .map(probability -> {
                    double z = bias + NORMAL.inverseCumulativeProbability(probability);
                    return NORMAL.cumulativeProbability(bias + z / (1 - acceleration * z));
                })
                .toArray();
    }

    private static double[] withoutEach(int rows, ToDoubleFunction<int[]> measure) {
        int blocks = Math.min(rows, JACKKNIFE_BLOCKS);
        return IntStream.range(0, blocks)
                .parallel()
                .mapToDouble(block -> {
                    long from = (long) block * rows / blocks;
                    long to = (block + 1L) * rows / blocks;
                    int[] kept = IntStream.range(0, rows)
                            .filter(row -> row < from || row >= to)
                            .toArray();
                    return kept.length == 0 ? Double.NaN : measure.applyAsDouble(kept);
                })
                .toArray();
    }
}
