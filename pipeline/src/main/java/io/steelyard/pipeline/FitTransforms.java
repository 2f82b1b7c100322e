package io.steelyard.pipeline;

import io.steelyard.data.Batch;
import io.steelyard.data.TableEngine;
import io.steelyard.transforms.FeaturePipeline;
import io.steelyard.transforms.FittedPipeline;
import io.steelyard.transforms.FittedTraining;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The step `transforms`: reads the labelled rows of each part that is learned from or weighed, and fits the transforms
/// on the training rows.
///
/// @param spec the pipeline
record FitTransforms(PipelineSpec spec) {
    /// What the step brings.
    ///
    /// @param transforms the fitted transforms
    /// @param train the labelled training rows
    /// @param encoded the transformed training rows, where a transform has learned from the target and must not transform
    ///     them itself; null where they go through the transforms like all others
    /// @param validation the labelled validation rows
    /// @param test the labelled test rows
    record Fitted(
            FittedPipeline transforms, Batch train, @Nullable Batch encoded, Batch validation, Batch test) {}

    Fitted run(TableEngine engine, JoinFeatures.Joined joined) {
        Batch train = labelled(engine, joined, Split.TRAIN);
        if (train.rows() == 0) {
            SplitSpec.Period period = spec.split().train();
            throw new PipelineException("the training set is empty: no row of "
                    + spec.features().entities()
                    + " with a label in '" + spec.features().target() + "' lies in the period from " + period.from()
                    + " to " + period.to());
        }
        FittedTraining fitted = new FeaturePipeline(spec.transforms().stream()
                        .map(step -> step.transform(spec.seed()))
                        .toList())
                .fit(train.select(spec.model().features()), target(train));
        return new Fitted(
                fitted.pipeline(),
                train,
                fitted.pipeline().hasLearnedFromTarget() ? fitted.rows() : null,
                labelled(engine, joined, Split.VALIDATION),
                labelled(engine, joined, Split.TEST));
    }

    private io.steelyard.transforms.Target target(Batch train) {
        double[] labels = Target.of(spec, train).labels(train);
        return switch (spec.model().task()) {
            case BINARY_CLASSIFICATION -> io.steelyard.transforms.Target.binary(labels);
            case MULTICLASS_CLASSIFICATION -> io.steelyard.transforms.Target.classes(labels);
            case REGRESSION -> io.steelyard.transforms.Target.number(labels);
        };
    }

    private Batch labelled(TableEngine engine, JoinFeatures.Joined joined, Split split) {
        Path file = java.util.Objects.requireNonNull(joined.files().get(split));
        engine.registerParquet(split.spelling(), file);
        return engine.readAll("SELECT * FROM " + split.spelling() + " WHERE \""
                + spec.features().target().replace("\"", "\"\"") + "\" IS NOT NULL");
    }
}
