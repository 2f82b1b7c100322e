package io.steelyard.tracking.comparison;

import io.steelyard.evaluation.Direction;
import io.steelyard.evaluation.Metrics;
import java.util.Set;

/// Which way metrics are better: as stated, else as [Metrics] knows the name, else as the last known word of it says (`…_loss`, `…_error`,
/// `…_distance`, `rmse`, `mae` and so on: smaller; `…_score`, `auc`, `accuracy`, `f1`, `r2` and so on: greater), else
/// greater, which is then marked as assumed. `brier` and `false` always mean smaller; `neg` and `negative` turn the rest
/// round, as in scikit-learn's `neg_log_loss`.
///
/// @param minimize names of metrics that are better when smaller
/// @param maximize names of metrics that are better when greater
public record MetricDirections(Set<String> minimize, Set<String> maximize) {
    /// Directions by the names alone.
    public static final MetricDirections BY_NAME = new MetricDirections(Set.of(), Set.of());

    /// @throws IllegalArgumentException where a metric stands in both sets
    public MetricDirections {
        minimize = Set.copyOf(minimize);
        maximize = Set.copyOf(maximize);
        for (String name : minimize) {
            if (maximize.contains(name)) {
                throw new IllegalArgumentException(
                        "the metric '" + name + "' cannot be both minimized and maximized: say it once");
            }
        }
    }

    /// The direction of a metric.
    ///
    /// @param name the metric's name
    /// @return the direction and who says so
    public MetricDirection of(String name) {
        if (minimize.contains(name)) {
            return new MetricDirection(Direction.SMALLER_IS_BETTER, MetricDirection.Source.STATED);
        }
        if (maximize.contains(name)) {
            return new MetricDirection(Direction.GREATER_IS_BETTER, MetricDirection.Source.STATED);
        }
        return Metrics.direction(name)
                .or(() -> MetricWords.direction(name))
                .map(direction -> new MetricDirection(direction, MetricDirection.Source.NAME))
                .orElseGet(() -> new MetricDirection(Direction.GREATER_IS_BETTER, MetricDirection.Source.ASSUMED));
    }
}
