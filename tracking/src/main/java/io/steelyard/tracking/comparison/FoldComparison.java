package io.steelyard.tracking.comparison;

/// The best run by the mean of a metric's fold scores beside another run with the same folds: Student's paired t-test,
/// corrected for folds that share training rows (Nadeau and Bengio), as
/// [io.steelyard.evaluation.PairedTTest#correctedFor] does it.
///
/// @param metric the metric
/// @param bestRunId the run with the best mean
/// @param otherRunId the run beside it
/// @param folds how many folds
/// @param bestMean the best run's mean over the folds
/// @param otherMean the other run's mean
/// @param difference the mean of the differences, best less other
/// @param statistic t, with one degree of freedom less than there are folds
/// @param pValue how likely a difference at least as great is, either way, between equally good runs; 1 where both are equal
///     throughout. It is not corrected for several comparisons, nor for the best having been chosen by the same scores
public record FoldComparison(
        String metric,
        String bestRunId,
        String otherRunId,
        int folds,
        double bestMean,
        double otherMean,
        double difference,
        double statistic,
        double pValue) {}
