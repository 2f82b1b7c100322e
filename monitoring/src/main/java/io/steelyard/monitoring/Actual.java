package io.steelyard.monitoring;

import java.time.Instant;

/// What came true of a prediction.
///
/// @param predictionId the prediction's id
/// @param value the true value, finite; 0 or 1 for a binary classifier
/// @param eventTime when it became known
public record Actual(String predictionId, double value, Instant eventTime) {
    public Actual {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "the actual of prediction '" + predictionId + "' must be a finite number, not " + value);
        }
    }
}
