/// A model as a folder of files in MLflow's layout, and as a [Predictor] that scores batches. Start with [ModelFolder].
@NullMarked
package io.steelyard.models;

import org.jspecify.annotations.NullMarked;
