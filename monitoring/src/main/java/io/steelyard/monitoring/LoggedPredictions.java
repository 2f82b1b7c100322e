package io.steelyard.monitoring;

import io.steelyard.data.Batch;
import java.time.Instant;
import java.util.List;

/// The predictions of one request.
///
/// @param model the model's name
/// @param version the model's version, as answered to the caller
/// @param eventTime when the predictions were asked for, or, where the caller replays, the time that it named
/// @param ids the predictions' ids, one a row
/// @param features the values that were asked about, before transforms
/// @param scores the model's scores, one a row, handed over
/// @param predictions what was answered, one a row, handed over
/// @param confidences how sure the answers were, one a row, handed over
/// @param latencyMillis how long the request took, in milliseconds
public record LoggedPredictions(
        String model,
        String version,
        Instant eventTime,
        List<String> ids,
        Batch features,
        double[] scores,
        double[] predictions,
        double[] confidences,
        double latencyMillis) {
    public LoggedPredictions {
        ids = List.copyOf(ids);
        int rows = features.rows();
        if (ids.size() != rows || scores.length != rows || predictions.length != rows || confidences.length != rows) {
            throw new IllegalArgumentException(
                    "there are " + rows + " rows, but " + ids.size() + " ids, " + scores.length + " scores, "
                            + predictions.length + " predictions and " + confidences.length + " confidences");
        }
    }

    int rows() {
        return ids.size();
    }
}
