package io.steelyard.training;

import io.steelyard.evaluation.Direction;
import java.util.List;

/// What a metric says of each fold.
///
/// @param metric the metric's name
/// @param direction which way it is better
/// @param values its value on the held-out rows of each fold, in the folds' order; never NaN
public record FoldScores(String metric, Direction direction, List<Double> values) {
    public FoldScores {
        values = List.copyOf(values);
    }

    /// The mean of the folds, each counting the same.
    ///
    /// @return the mean
    public double mean() {
        return values.stream().mapToDouble(value -> value).sum() / values.size();
    }

    /// How far the folds lie from their mean: the population standard deviation (ddof 0), as `numpy.std` gives it.
    ///
    /// @return from 0; 0 for one fold
    public double deviation() {
        double mean = mean();
        return Math.sqrt(values.stream()
                        .mapToDouble(value -> (value - mean) * (value - mean))
                        .sum()
                / values.size());
    }
}
