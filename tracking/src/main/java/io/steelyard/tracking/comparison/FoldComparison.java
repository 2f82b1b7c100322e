package io.steelyard.tracking.comparison;

/// The best run by the mean of a metric's fold scores beside another run with the same folds.
///
/// @param metric the metric
/// @param bestRunId the run with the best mean
/// @param otherRunId the run beside it
/// @param folds how many folds
/// @param bestMean the best run's mean over the folds
/// @param otherMean the other run's mean
/// @param difference the mean of the differences, best minus other
/// @param pValue the chance of a difference as great or greater, either way, where there is none; NaN where all
///     differences are 0
/// @param test the test's name
public record FoldComparison(
        String metric,
        String bestRunId,
        String otherRunId,
        int folds,
        double bestMean,
        double otherMean,
        double difference,
        double pValue,
        String test) {}
