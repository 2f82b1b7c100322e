package io.steelyard.gates;

import io.steelyard.stats.PythonFloat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one gate says of a model's metrics.
///
/// @param gate the gate
/// @param value the metric's value, NaN included; null where the model has no such metric
/// @param nearestNames where the metric is missing, the names of metrics that are there and may have been meant,
///     nearest first; at most three, often none
public record GateResult(ValidationGate gate, @Nullable Double value, List<String> nearestNames) {
    private static final int MESSAGE_DIGITS = 4;

    public GateResult {
        nearestNames = List.copyOf(nearestNames);
    }

    /// Whether the gate lets the model through. A missing metric and NaN do not pass.
    ///
    /// @return true where it does
    public boolean passed() {
        return value != null && gate.passes(value);
    }

    /// The verdict as a line, with the value to four digits: `Missing metric: accuracy`, `accuracy=0.8000 fails gate
    /// (gte 0.85)` or `accuracy=0.9000 passes gate (gte 0.85)`. The numbers are spelled as Python spells them.
    ///
    /// @return the line
    public String message() {
        if (value == null) {
            return "Missing metric: " + gate.metricName();
        }
        return gate.metricName() + "=" + PythonFloat.fixed(value, MESSAGE_DIGITS) + (passed() ? " passes" : " fails")
                + " gate (" + gate.comparison().spelling() + " " + PythonFloat.repr(gate.threshold()) + ")";
    }
}
