package io.steelyard.pipeline;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.steelyard.transforms.NumericBinning;
import io.steelyard.transforms.OrdinalEncoding;
import io.steelyard.transforms.Transform;

/// A transform as the file says it.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TransformSpec.Ordinal.class, name = "ordinal"),
    @JsonSubTypes.Type(value = TransformSpec.Binning.class, name = "binning")
})
public sealed interface TransformSpec {
    /// The transform that is meant.
    ///
    /// @return the transform, not fitted
    Transform transform();

    /// Text becomes the number of its category; what training did not see becomes missing.
    ///
    /// @param column the text column, which is replaced
    record Ordinal(String column) implements TransformSpec {
        public Ordinal {
            Required.text("column", column);
        }

        @Override
        public Transform transform() {
            return new OrdinalEncoding(column, OrdinalEncoding.Unseen.MISSING);
        }
    }

    /// A number becomes the number of its bin, in a column more with the ending `_bin`.
    ///
    /// @param column the numeric column
    /// @param bins how many bins
    /// @param strategy `quantile` or `uniform`
    record Binning(String column, int bins, NumericBinning.Strategy strategy) implements TransformSpec {
        public Binning {
            Required.text("column", column);
            Required.present("strategy", strategy);
        }

        @Override
        public Transform transform() {
            return new NumericBinning(column, bins, strategy, NumericBinning.Missing.KEEP);
        }
    }
}
