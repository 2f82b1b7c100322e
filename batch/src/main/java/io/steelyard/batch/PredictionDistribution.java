package io.steelyard.batch;

/// How numbers lie. Missing ones do not count, as in pandas; NaN throughout where there are none.
///
/// @param mean their mean
/// @param std their sample standard deviation, of divisor n − 1 as in pandas; NaN for one number
/// @param min the smallest
/// @param max the greatest
public record PredictionDistribution(double mean, double std, double min, double max) {}
