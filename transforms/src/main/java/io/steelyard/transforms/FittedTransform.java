package io.steelyard.transforms;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.steelyard.data.Batch;

/// A step of a feature pipeline with what it learned: immutable, safe for any number of threads, and the same in
/// training, serving and batch. Each is a record whose components say all that it computes. Every kind stands in this
/// list, by which stored pipelines know it.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FittedBinning.class, name = "binning"),
    @JsonSubTypes.Type(value = FittedOrdinal.class, name = "ordinal"),
    @JsonSubTypes.Type(value = FittedOneHot.class, name = "one_hot"),
    @JsonSubTypes.Type(value = FittedTargetEncoding.class, name = "target"),
    @JsonSubTypes.Type(value = FittedImputation.class, name = "imputation"),
    @JsonSubTypes.Type(value = FittedTextImputation.class, name = "text_imputation"),
    @JsonSubTypes.Type(value = FittedMissingIndicator.class, name = "missing_indicator"),
    @JsonSubTypes.Type(value = FittedScaling.class, name = "scaling"),
    @JsonSubTypes.Type(value = FittedMinMaxScaling.class, name = "min_max_scaling"),
    @JsonSubTypes.Type(value = FittedQuantileTransform.class, name = "quantile"),
    @JsonSubTypes.Type(value = FittedDateParts.class, name = "date_parts"),
    @JsonSubTypes.Type(value = FittedCycle.class, name = "cycle"),
    @JsonSubTypes.Type(value = FittedSelectColumns.class, name = "columns")
})
public sealed interface FittedTransform
        permits FittedBinning,
                FittedOrdinal,
                FittedOneHot,
                FittedTargetEncoding,
                FittedImputation,
                FittedTextImputation,
                FittedMissingIndicator,
                FittedScaling,
                FittedMinMaxScaling,
                FittedQuantileTransform,
                FittedDateParts,
                FittedCycle,
                FittedSelectColumns {
    /// Transforms rows.
    ///
    /// @param rows rows with the columns that the step needs; others pass through
    /// @return as many rows, in the same order
    /// @throws io.steelyard.data.DataException where a column is missing or of another type, or a value is refused
    Batch transform(Batch rows);
}
