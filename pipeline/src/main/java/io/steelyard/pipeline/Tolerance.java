package io.steelyard.pipeline;

import java.util.Map;

/// How far metrics may lie apart and still count as equal: the absolute difference is at most this. NaN equals NaN.
///
/// @param all for every metric, 0 or greater; 0 asks for the same number
/// @param byMetric for some metrics instead of `all`, by name
public record Tolerance(double all, Map<String, Double> byMetric) {
    /// Equal to the last bit.
    public static final Tolerance NONE = new Tolerance(0, Map.of());

    /// @throws IllegalArgumentException where one is negative or no number
    public Tolerance {
        byMetric = Map.copyOf(byMetric);
        check("every metric", all);
        byMetric.forEach(Tolerance::check);
    }

    private static void check(String metric, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "the tolerance of " + metric + " must be a number from 0 on, not " + value);
        }
    }

    /// The tolerance of a metric.
    ///
    /// @param metric its name
    /// @return how far it may lie off
    public double of(String metric) {
        return byMetric.getOrDefault(metric, all);
    }

    boolean covers(String metric, double recorded, double found) {
        return Double.compare(recorded, found) == 0 || Math.abs(recorded - found) <= of(metric);
    }
}
