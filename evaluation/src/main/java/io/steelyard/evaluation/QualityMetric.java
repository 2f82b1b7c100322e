package io.steelyard.evaluation;

/// One number for the quality of predictions. Implementations are immutable.
///
/// @param <R> the kind of rows that it measures
public sealed interface QualityMetric<R extends EvaluatedRows<R>>
        permits BinaryMetric, MulticlassMetric, RegressionMetric {
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
    /// @param rows what came true beside what was predicted
    /// @return the value; the metric says where it is undefined and what it gives then
    /// @throws IllegalArgumentException where a score is not a number that the metric takes; the message names the row
    double of(R rows);
}
