package io.steelyard.transforms;

import io.steelyard.data.Batch;

/// A step of a feature pipeline before it has seen data: a description, immutable and reusable. It cannot transform
/// anything: only what [#fit] returns can, so that transforming before fitting does not compile.
public interface Transform {
    /// Learns what the step needs from training rows.
    ///
    /// @param training the training rows, as the steps before this one leave them
    /// @return the step with what it learned; it shares no arrays with the batch
    /// @throws io.steelyard.data.DataException where a column is missing, is of another type, or holds no value to
    ///     learn from
    FittedTransform fit(Batch training);
}
