package io.steelyard.transforms;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.steelyard.data.Batch;

/// A step with what it learned. Immutable, safe to share between threads, and cheap to apply to a single row.
///
/// The names below are those in stored files: they never change.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FittedDateParts.class, name = "date_parts"),
    @JsonSubTypes.Type(value = FittedMedianImputation.class, name = "median_imputation"),
    @JsonSubTypes.Type(value = FittedNumericBinning.class, name = "numeric_binning"),
    @JsonSubTypes.Type(value = FittedOrdinalEncoding.class, name = "ordinal_encoding"),
    @JsonSubTypes.Type(value = FittedSelectColumns.class, name = "select_columns"),
    @JsonSubTypes.Type(value = FittedStandardScaling.class, name = "standard_scaling")
})
public sealed interface FittedTransform
        permits FittedDateParts,
                FittedMedianImputation,
                FittedNumericBinning,
                FittedOrdinalEncoding,
                FittedSelectColumns,
                FittedStandardScaling {
    /// Transforms rows.
    ///
    /// @param rows any number of rows with the columns that the step needs; more columns pass through
    /// @return as many rows in the same order; `rows` itself does not change
    /// @throws io.steelyard.data.DataException where a column is missing or of another type
    Batch apply(Batch rows);
}
