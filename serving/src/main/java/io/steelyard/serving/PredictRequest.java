package io.steelyard.serving;

import io.steelyard.data.Batch;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `POST /predict` was asked.
///
/// @param model which model is asked
/// @param rows the rows, of the model's input columns
/// @param form how they were written
/// @param ids the predictions' ids that the caller gave, one a row; null: it gave none
/// @param eventTime the time that the caller gave; null: now
record PredictRequest(
        ServedModel model,
        Batch rows,
        Form form,
        @Nullable List<String> ids,
        @Nullable Instant eventTime) {
    /// The two ways to write rows.
    enum Form {
        /// One row, under `features`.
        ONE,
        /// A list of rows, under `instances`.
        MANY
    }
}
