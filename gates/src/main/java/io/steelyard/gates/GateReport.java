package io.steelyard.gates;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The verdict of a list of gates over a model's metrics.
///
/// @param results one a gate, in the gates' order
public record GateReport(List<GateResult> results) {
    public GateReport {
        results = List.copyOf(results);
    }

    /// Weighs a model.
    ///
    /// @param metrics the model's metrics by name; a null value counts as missing
    /// @param gates the demands; a metric may have several
    /// @return the verdict
    public static GateReport weigh(Map<String, @Nullable Double> metrics, List<ValidationGate> gates) {
        return new GateReport(gates.stream().map(gate -> weigh(metrics, gate)).toList());
    }

    private static GateResult weigh(Map<String, @Nullable Double> metrics, ValidationGate gate) {
        Double value = metrics.get(gate.metricName());
        List<String> nearest = value == null ? NearestNames.of(gate.metricName(), metrics.keySet()) : List.of();
        return new GateResult(gate, value, nearest);
    }

    /// Whether every gate lets the model through. Without gates it does.
    ///
    /// @return true where all pass
    public boolean passed() {
        return results.stream().allMatch(GateResult::passed);
    }

    /// The messages of the gates that do not let the model through.
    ///
    /// @return the messages, in the gates' order; none where it passed
    public List<String> failures() {
        return results.stream()
                .filter(result -> !result.passed())
                .map(GateResult::message)
                .toList();
    }
}
