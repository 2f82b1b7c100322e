package io.steelyard.pipeline;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.steelyard.transforms.Transform;

/// A transform as the file says it; `kind` says which. Most have `column`, or `columns` for several.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CategorySpec.Ordinal.class, name = "ordinal"),
    @JsonSubTypes.Type(value = CategorySpec.OneHot.class, name = "one_hot"),
    @JsonSubTypes.Type(value = CategorySpec.Target.class, name = "target"),
    @JsonSubTypes.Type(value = NumberSpec.Binning.class, name = "binning"),
    @JsonSubTypes.Type(value = NumberSpec.Standard.class, name = "standard_scaling"),
    @JsonSubTypes.Type(value = NumberSpec.MinMax.class, name = "min_max_scaling"),
    @JsonSubTypes.Type(value = NumberSpec.Robust.class, name = "robust_scaling"),
    @JsonSubTypes.Type(value = NumberSpec.Quantile.class, name = "quantile"),
    @JsonSubTypes.Type(value = NumberSpec.Cycle.class, name = "cycle"),
    @JsonSubTypes.Type(value = TableSpec.Imputing.class, name = "imputation"),
    @JsonSubTypes.Type(value = TableSpec.Missing.class, name = "missing_indicator"),
    @JsonSubTypes.Type(value = TableSpec.Dates.class, name = "date_parts"),
    @JsonSubTypes.Type(value = TableSpec.Select.class, name = "select"),
    @JsonSubTypes.Type(value = TableSpec.Drop.class, name = "drop")
})
public sealed interface TransformSpec permits CategorySpec, NumberSpec, TableSpec {
    /// The transform that is meant.
    ///
    /// @param seed the pipeline's seed, for what is random
    /// @return the transform, not fitted
    Transform transform(long seed);
}
