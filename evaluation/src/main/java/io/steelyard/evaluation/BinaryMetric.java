package io.steelyard.evaluation;

/// One number for the quality of a binary classifier's scores. Implementations are immutable.
public interface BinaryMetric {
    /// The name under which the value is logged and gated.
    ///
    /// @return the name in snake case, for example `roc_auc`
    String name();

    /// Which way the metric is better.
    ///
    /// @return the direction
    Direction direction();

    /// Measures.
    ///
    /// @param labels what came true: 0 or 1, one a row
    /// @param scores what was predicted: the probability of 1, one a row, from 0 to 1
    /// @return the value; the metric says where it is undefined and what it gives then
    /// @throws IllegalArgumentException where there are no rows, the lengths differ, a label is not 0 or 1, or a
    ///     score is not a number that the metric takes; the message names the row
    double of(double[] labels, double[] scores);
}
