package io.steelyard.evaluation;

/// One number for the quality of a binary classifier's scores. Implementations are immutable.
public non-sealed interface BinaryMetric extends QualityMetric<BinaryRows> {
    /// Measures rows that all count the same.
    ///
    /// @param labels what came true: 0 or 1, one a row
    /// @param scores what was predicted: the probability of 1, one a row, from 0 to 1
    /// @return the value; the metric says where it is undefined and what it gives then
    /// @throws IllegalArgumentException where there are no rows, the lengths differ, a label is not 0 or 1, or a
    ///     score is not a number that the metric takes; the message names the row
    default double of(double[] labels, double[] scores) {
        return of(new BinaryRows(labels, scores));
    }
}
