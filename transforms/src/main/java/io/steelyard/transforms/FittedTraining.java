package io.steelyard.transforms;

import io.steelyard.data.Batch;

/// What fitting gives: the fitted pipeline, for all rows to come, and the training rows as a learner is to see them. With
/// a [TargetEncoding] those are not what the pipeline makes of the training rows: each was encoded without its own label.
///
/// @param pipeline the fitted pipeline; validation and test rows, serving and batch go through it
/// @param rows the transformed training rows, as many as there were, in the same order
public record FittedTraining(FittedPipeline pipeline, Batch rows) {}
