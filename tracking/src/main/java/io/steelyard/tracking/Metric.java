package io.steelyard.tracking;

/// A measured value of a run.
///
/// @param key the metric's name, for example `roc_auc`
/// @param value the value; NaN and the infinities are allowed
/// @param timestampMillis when it was measured, in milliseconds since 1970-01-01 UTC
/// @param step the step it belongs to, for example the boosting round; 0 where there is none
public record Metric(String key, double value, long timestampMillis, long step) {}
