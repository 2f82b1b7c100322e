package io.steelyard.evaluation;

/// One number for the quality of predicted values. Implementations are immutable.
public non-sealed interface RegressionMetric extends QualityMetric<RegressionRows> {
    /// Measures rows that all count the same.
    ///
    /// @param labels what came true: a finite number, one a row
    /// @param predictions what was predicted: a finite number, one a row
    /// @return the value; the metric says where it is undefined and what it gives then
    /// @throws IllegalArgumentException where there are no rows, the lengths differ, or a number is not finite; the
    ///     message names the row
    default double of(double[] labels, double[] predictions) {
        return of(new RegressionRows(labels, predictions));
    }
}
