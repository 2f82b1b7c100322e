package io.steelyard.evaluation;

import java.util.Arrays;

/// How much two models differ in any metric on the same rows, by measuring both on the same resamples.
///
/// @param bootstrap how often and with which seed; its method is not looked at: the ends are percentiles
public record PairedBootstrap(Bootstrap bootstrap) {
    /// What the resamples say.
    ///
    /// @param comparison the difference on the rows themselves; its statistic is the standard deviation of the resampled
    ///     differences, its p-value twice the smaller share of them on either side of 0, those at 0 on both
    /// @param interval the interval of the difference
    public record Outcome(PairedComparison comparison, ConfidenceInterval interval) {}

    /// Compares.
    ///
    /// @param metric what is measured
    /// @param first what the first model predicted
    /// @param second what the second model predicted for the same rows, in the same order
    /// @param <R> the kind of rows
    /// @return the outcome; NaN where the metric is undefined on every resample
    /// @throws IllegalArgumentException where there are not as many rows of both, or a score is not a number that the
    ///     metric takes
    public <R extends EvaluatedRows<R>> Outcome of(QualityMetric<R> metric, R first, R second) {
        if (first.size() != second.size()) {
            throw new IllegalArgumentException("there are " + first.size() + " rows of the first and " + second.size()
                    + " of the second, but a paired comparison needs the same rows");
        }
        double difference = metric.of(first) - metric.of(second);
        double[] all = bootstrap.measured(
                first.size(),
                drawn -> RowWeights.allZero(first.weights(), drawn) || RowWeights.allZero(second.weights(), drawn)
                        ? Double.NaN
                        : metric.of(first.take(drawn)) - metric.of(second.take(drawn)));
        double[] defined = Arrays.stream(all).filter(v -> !Double.isNaN(v)).toArray();
        ConfidenceInterval interval = bootstrap.intervalOf(difference, defined, bootstrap.plain());
        double notAbove = Arrays.stream(defined).filter(v -> v <= 0).count();
        double notBelow = Arrays.stream(defined).filter(v -> v >= 0).count();
        double pValue = Math.min(1, 2 * Math.min(notAbove, notBelow) / defined.length);
        return new Outcome(new PairedComparison(difference, deviation(defined), pValue), interval);
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / values.length);
    }
}
