package io.steelyard.transforms;

import io.steelyard.data.Batch;
import java.util.ArrayList;
import java.util.List;

/// Transforms one after another, each fitted on what those before it leave.
///
/// @param steps the transforms in order; may be empty
public record FeaturePipeline(List<Transform> steps) {
    public FeaturePipeline {
        steps = List.copyOf(steps);
    }

    /// Fits every step.
    ///
    /// @param training the training rows
    /// @return the fitted pipeline
    /// @throws io.steelyard.data.DataException where a column is missing, is of another type, or holds no value to
    ///     learn from
    public FittedPipeline fit(Batch training) {
        List<FittedTransform> fitted = new ArrayList<>();
        Batch current = training;
        for (Transform step : steps) {
            FittedTransform learned = step.fit(current);
            current = learned.transform(current);
            fitted.add(learned);
        }
        return new FittedPipeline(fitted);
    }
}
