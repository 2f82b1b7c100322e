package io.steelyard.pipeline;

import java.util.List;

/// How predictions are weighed.
///
/// @param threshold from which probability on a row counts as predicted 1, from 0 to 1; 0.5 where it is missing
/// @param groups text columns by whose values the metrics are also computed; may be empty
public record EvaluationSpec(Double threshold, List<String> groups) {
    private static final double DEFAULT_THRESHOLD = 0.5;
    static final EvaluationSpec DEFAULT = new EvaluationSpec(DEFAULT_THRESHOLD, List.of());

    public EvaluationSpec {
        threshold = Required.orElse(threshold, DEFAULT_THRESHOLD);
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("'threshold' must be from 0 to 1, not " + threshold);
        }
        groups = Required.listOrEmpty(groups);
    }
}
