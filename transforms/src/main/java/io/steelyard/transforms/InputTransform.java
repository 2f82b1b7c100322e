package io.steelyard.transforms;

import io.steelyard.data.Batch;

/// A step that learns from the columns alone, so that the training rows may be transformed like any others.
public sealed interface InputTransform extends Transform
        permits NumericBinning,
                StandardScaling,
                MinMaxScaling,
                RobustScaling,
                Imputation,
                MissingIndicator,
                OrdinalEncoding,
                OneHotEncoding,
                QuantileTransform,
                DateParts,
                CycleEncoding,
                SelectColumns {
    /// Learns what the step needs from training rows.
    ///
    /// @param training the training rows, as the steps before this one leave them
    /// @return the step with what it learned; it shares no arrays with the batch
    /// @throws io.steelyard.data.DataException where a column is missing, is of another type, or holds no value to
    ///     learn from
    FittedTransform fit(Batch training);
}
