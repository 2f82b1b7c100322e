/// Fit and transform: a [Transform] learns from a training batch and becomes a [FittedTransform], which never changes
/// again and is stored with the model, so that training, serving and batch inference compute the same.
///
/// Only what is fitted can be applied: a [Transform] and a [FeaturePipeline] have no such method, so "transforming
/// before
/// fitting" does not compile.
///
/// Start with [FeaturePipeline].
@NullMarked
package io.steelyard.transforms;

import org.jspecify.annotations.NullMarked;
