package io.steelyard.gates;

/// A demand on one metric of a model.
///
/// @param metricName the metric's name, not blank
/// @param threshold the number it is held against; infinite is allowed, NaN is not
/// @param comparison how the metric must stand to the threshold
public record ValidationGate(String metricName, double threshold, Comparison comparison) {
    public ValidationGate {
        if (metricName.isBlank()) {
            throw new IllegalArgumentException("a gate's metric name is blank; name the metric that it weighs");
        }
        if (Double.isNaN(threshold)) {
            throw new IllegalArgumentException(
                    "the threshold of the gate on '" + metricName + "' is NaN, which no value passes; give a number");
        }
    }

    /// Whether a value meets the demand.
    ///
    /// @param value the metric's value; NaN never passes
    /// @return true where it passes
    public boolean passes(double value) {
        return comparison.holds(value, threshold);
    }
}
