/// MLflow's REST interface over the stores of runs and models, without a web framework. Start with [MlflowApi#routes].
@NullMarked
package io.steelyard.mlflow;

import org.jspecify.annotations.NullMarked;
