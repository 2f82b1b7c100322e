package io.steelyard.gates;

import java.util.List;

/// Demands on a classifier that serves people, as a list to begin with.
public final class ProductionGates {
    private static final List<ValidationGate> GATES = List.of(
            new ValidationGate("accuracy", 0.85, Comparison.GTE),
            new ValidationGate("f1_score", 0.80, Comparison.GTE),
            new ValidationGate("latency_p99_ms", 200.0, Comparison.LTE),
            new ValidationGate("auc_roc", 0.90, Comparison.GTE),
            new ValidationGate("false_positive_rate", 0.05, Comparison.LTE));

    private ProductionGates() {}

    /// The gates: `accuracy` at least 0.85, `f1_score` at least 0.8, `latency_p99_ms` at most 200 milliseconds,
    /// `auc_roc` at least 0.9, `false_positive_rate` at most 0.05.
    ///
    /// @return the gates, in this order
    public static List<ValidationGate> gates() {
        return GATES;
    }
}
