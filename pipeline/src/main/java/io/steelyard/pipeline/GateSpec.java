package io.steelyard.pipeline;

import io.steelyard.gates.Comparison;
import io.steelyard.gates.ValidationGate;

/// A gate as the file says it.
///
/// @param metricName the metric's name, for example `roc_auc`
/// @param threshold what it is compared with
/// @param comparison how: `gte`, `lte`, `gt` or `lt`
public record GateSpec(String metricName, Double threshold, Comparison comparison) {
    public GateSpec {
        Required.text("metric_name", metricName);
        Required.present("threshold", threshold);
        Required.present("comparison", comparison);
    }

    ValidationGate gate() {
        return new ValidationGate(metricName, threshold, comparison);
    }
}
