package io.steelyard.tracking.comparison;

/// A metric over the runs that have it with a number. All three are NaN where none has.
///
/// @param min the least value
/// @param max the greatest value
/// @param mean the arithmetic mean, summed with compensation
/// @param runs how many runs these are
/// @param notANumber how many runs more have the metric, but as NaN
public record MetricRange(double min, double max, double mean, int runs, int notANumber) {}
