package io.steelyard.tracking.comparison;

import io.steelyard.evaluation.Direction;

/// Which way a metric is better, and who says so.
///
/// @param direction the direction
/// @param source who says so
public record MetricDirection(Direction direction, Source source) {
    /// Who says which way a metric is better.
    public enum Source {
        /// Whoever asked for the comparison.
        STATED,
        /// The metric's name.
        NAME,
        /// Nobody: greater is taken as better.
        ASSUMED
    }
}
