package io.steelyard.monitoring;

import io.steelyard.data.Batch;

/// The predictions of a window of time, in the order of their event times.
///
/// @param name the window, for example `2013-10`
/// @param predictions one row a prediction: `prediction_id`, `event_time`, `model_version`, `score`, `prediction`,
///     `confidence`, `latency_ms`, and `actual`, which is missing where no label has come
/// @param features the values that were asked about, one row a prediction, under the names of the model's signature
public record PredictionWindow(String name, Batch predictions, Batch features) {
    /// How many predictions there are.
    ///
    /// @return the number of rows
    public int rows() {
        return predictions.rows();
    }

    /// The model's scores.
    ///
    /// @return one a row
    public double[] scores() {
        return predictions.doubles(PredictionFiles.SCORE);
    }

    /// What came true.
    ///
    /// @return one a row; NaN where no label has come
    public double[] actuals() {
        return predictions.doubles(PredictionFiles.ACTUAL);
    }
}
