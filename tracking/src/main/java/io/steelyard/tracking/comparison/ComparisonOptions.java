package io.steelyard.tracking.comparison;

import java.util.List;

/// How runs are compared.
///
/// @param metrics the metrics to compare, in this order; empty: all that a run has, by name, except fold scores and the
///     `system/…` metrics that MLflow's client adds
/// @param directions which way metrics are better
public record ComparisonOptions(List<String> metrics, MetricDirections directions) {
    /// All metrics, their directions by name.
    public static final ComparisonOptions ALL = new ComparisonOptions(List.of(), MetricDirections.BY_NAME);

    public ComparisonOptions {
        metrics = List.copyOf(metrics);
    }
}
