package io.steelyard.pipeline;

import io.steelyard.data.Batch;
import io.steelyard.data.TableEngine;
import io.steelyard.transforms.FeaturePipeline;
import io.steelyard.transforms.FittedPipeline;
import java.nio.file.Path;

/// The step `transforms`: reads the labelled rows of each part that is learned from or weighed, and fits the transforms
/// on the training rows.
///
/// @param spec the pipeline
record FitTransforms(PipelineSpec spec) {
    /// What the step brings.
    ///
    /// @param transforms the fitted transforms
    /// @param train the labelled training rows
    /// @param validation the labelled validation rows
    /// @param test the labelled test rows
    record Fitted(FittedPipeline transforms, Batch train, Batch validation, Batch test) {}

    Fitted run(TableEngine engine, JoinFeatures.Joined joined) {
        Batch train = labelled(engine, joined, Split.TRAIN);
        if (train.rows() == 0) {
            SplitSpec.Period period = spec.split().train();
            throw new PipelineException("the training set is empty: no row of "
                    + spec.features().entities()
                    + " with a label in '" + spec.features().target() + "' lies in the period from " + period.from()
                    + " to " + period.to());
        }
        FittedPipeline transforms = new FeaturePipeline(
                        spec.transforms().stream().map(TransformSpec::transform).toList())
                .fit(train.select(spec.model().features()));
        return new Fitted(
                transforms, train, labelled(engine, joined, Split.VALIDATION), labelled(engine, joined, Split.TEST));
    }

    private Batch labelled(TableEngine engine, JoinFeatures.Joined joined, Split split) {
        Path file = java.util.Objects.requireNonNull(joined.files().get(split));
        engine.registerParquet(split.spelling(), file);
        return engine.readAll("SELECT * FROM " + split.spelling() + " WHERE \""
                + spec.features().target().replace("\"", "\"\"") + "\" IS NOT NULL");
    }
}
