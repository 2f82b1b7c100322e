package io.steelyard.transforms;

import io.steelyard.data.Batch;
import java.util.ArrayList;
import java.util.List;

/// Transforms one after another, before they have seen data.
///
/// ```java
/// FittedPipeline fitted = new FeaturePipeline(List.of(
///         new OrdinalEncoding("carrier", OrdinalEncoding.Unseen.MISSING),
///         new NumericBinning("distance", 10, NumericBinning.Strategy.QUANTILE, NumericBinning.Missing.KEEP)))
///     .fit(training);
/// Batch inputs = fitted.apply(rows);
/// ```
///
/// @param steps the transforms in order; with none of them, rows pass unchanged
public record FeaturePipeline(List<Transform> steps) {
    public FeaturePipeline {
        steps = List.copyOf(steps);
    }

    /// Fits each step on the training rows as the steps before it leave them.
    ///
    /// @param training the training rows
    /// @return the steps with what they learned
    /// @throws io.steelyard.data.DataException where a step finds a column missing, of another type, or without a value
    public FittedPipeline fit(Batch training) {
        List<FittedTransform> fitted = new ArrayList<>();
        Batch rows = training;
        for (Transform step : steps) {
            FittedTransform next = step.fit(rows);
            fitted.add(next);
            rows = next.apply(rows);
        }
        return new FittedPipeline(fitted);
    }
}
