/// Fit and transform: a [Transform] learns from a training batch and becomes a [FittedTransform], which never changes
/// again and is stored with the model. Start with [FeaturePipeline].
@NullMarked
package io.steelyard.transforms;

import org.jspecify.annotations.NullMarked;
