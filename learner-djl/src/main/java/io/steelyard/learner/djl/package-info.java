/// A neural network for tables as a learner, trained by PyTorch through DJL and scored in plain Java. On the class path, it
/// is found as `mlp` by [io.steelyard.training.Learners], and its files are read by [io.steelyard.models.ModelRuntimes].
@NullMarked
package io.steelyard.learner.djl;

import org.jspecify.annotations.NullMarked;
