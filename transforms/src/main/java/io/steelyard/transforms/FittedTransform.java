package io.steelyard.transforms;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.steelyard.data.Batch;

/// A step of a feature pipeline with what it learned: immutable, safe for any number of threads, and the same in
/// training, serving and batch. Every kind stands in this list, by which stored pipelines know it.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FittedBinning.class, name = "binning"),
    @JsonSubTypes.Type(value = FittedOrdinal.class, name = "ordinal"),
    @JsonSubTypes.Type(value = FittedImputation.class, name = "imputation"),
    @JsonSubTypes.Type(value = FittedScaling.class, name = "scaling"),
    @JsonSubTypes.Type(value = FittedDateParts.class, name = "date_parts"),
    @JsonSubTypes.Type(value = FittedSelectColumns.class, name = "columns")
})
public sealed interface FittedTransform
        permits FittedBinning, FittedOrdinal, FittedImputation, FittedScaling, FittedDateParts, FittedSelectColumns {
    /// Transforms rows.
    ///
    /// @param rows rows with the columns that the step needs; others pass through
    /// @return as many rows, in the same order
    /// @throws io.steelyard.data.DataException where a column is missing or of another type, or a value is refused
    Batch transform(Batch rows);
}
