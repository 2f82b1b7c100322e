package io.steelyard.batch;

/// How predictions lie.
///
/// @param mean their mean
/// @param std their sample standard deviation, of divisor n − 1 as in pandas; NaN for one prediction
/// @param min the smallest
/// @param max the greatest
public record PredictionDistribution(double mean, double std, double min, double max) {}
