package io.steelyard.evaluation;

/// Between which values a metric lies, were other rows of the same kind measured.
///
/// @param value the metric on the rows themselves
/// @param lower the lower end; NaN where the metric is undefined on every resample
/// @param upper the upper end; NaN where the metric is undefined on every resample
/// @param level how often such an interval holds the true value, for example 0.95
/// @param resamples how many resamples were measured
/// @param undefined on how many of them the metric was NaN; the interval is that of the others
public record ConfidenceInterval(
        double value, double lower, double upper, double level, int resamples, int undefined) {}
