package io.steelyard.transforms;

import io.steelyard.data.Batch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Transforms one after another, each fitted on what those before it leave.
///
/// @param steps the transforms in order; may be empty
public record FeaturePipeline(List<Transform> steps) {
    public FeaturePipeline {
        steps = List.copyOf(steps);
    }

    /// A pipeline of transforms.
    ///
    /// @param steps the transforms in order
    /// @return the pipeline
    public static FeaturePipeline of(Transform... steps) {
        return new FeaturePipeline(List.of(steps));
    }

    /// Fits every step, where none learns from the target: the training rows may then be transformed like any others.
    ///
    /// @param training the training rows
    /// @return the fitted pipeline
    /// @throws IllegalStateException where a step learns from the target: then [#fit(Batch, Target)] is the only way,
    ///     which gives the training rows too
    /// @throws io.steelyard.data.DataException where a column is missing, is of another type, or holds no value to
    ///     learn from
    public FittedPipeline fit(Batch training) {
        return fitted(training, null).pipeline();
    }

    /// Fits every step and transforms the training rows. Learn from the rows that come back, and never from what the
    /// pipeline makes of the training rows: steps that learn from the target would then have told each row its own label.
    ///
    /// @param training the training rows
    /// @param target their labels
    /// @return the fitted pipeline and the transformed training rows
    /// @throws IllegalArgumentException where there is not one label a row
    /// @throws io.steelyard.data.DataException where a column is missing, is of another type, or holds no value to
    ///     learn from
    public FittedTraining fit(Batch training, Target target) {
        if (target.rows() != training.rows()) {
            throw new IllegalArgumentException(
                    "there are " + training.rows() + " training rows, but " + target.rows() + " labels");
        }
        return fitted(training, target);
    }

    private FittedTraining fitted(Batch training, @Nullable Target target) {
        List<FittedTransform> fitted = new ArrayList<>();
        Batch current = training;
        for (Transform step : steps) {
            current = fit(step, current, target, fitted);
        }
        return new FittedTraining(new FittedPipeline(fitted), current);
    }

    private static Batch fit(Transform step, Batch training, @Nullable Target target, List<FittedTransform> fitted) {
        return switch (step) {
            case InputTransform input -> {
                FittedTransform learned = input.fit(training);
                fitted.add(learned);
                yield learned.transform(training);
            }
            case TargetEncoding encoding -> {
                if (target == null) {
                    throw new IllegalStateException("the target encoding of '" + encoding.column()
                            + "' learns from the target; fit the pipeline with fit(training, target) and learn from the "
                            + "rows that it gives back");
                }
                TargetEncoding.Fitted learned = encoding.fit(training, target);
                fitted.add(learned.transform());
                yield learned.rows();
            }
            case EachColumn each -> {
                Batch current = training;
                for (String column : each.columns().in(training.schema())) {
                    current = fit(each.step().apply(column), current, target, fitted);
                }
                yield current;
            }
        };
    }
}
