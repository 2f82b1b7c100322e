package io.steelyard.learner.linear;

import io.steelyard.training.LearnedModel;
import io.steelyard.training.Learner;
import io.steelyard.training.RoundListener;
import io.steelyard.training.TrainingSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lasso, as of scikit-learn's `Lasso`: [ElasticNetLearner] whose whole penalty is on the coefficients' sizes, so that some become 0.
///
/// Parameters: `alpha` (1, at least 0), `fit_intercept` (true).
public final class LassoLearner implements Learner {
    /// A learner; [java.util.ServiceLoader] calls this.
    public LassoLearner() {}

    @Override
    public String name() {
        return "lasso";
    }

    @Override
    public LearnedModel train(
            TrainingSet training,
            @Nullable TrainingSet validation,
            TrainingOptions options,
            Map<String, String> parameters,
            RoundListener listener) {
        LinearParameters chosen = LinearParameters.of(name(), Set.of("alpha", "fit_intercept"), parameters);
        CoordinateDescent descent = new CoordinateDescent(chosen.positive("alpha", 1), 1);
        return new LeastSquares(name(), chosen.yes("fit_intercept", true), triangle -> descent.coefficients(triangle))
                .train(training, validation, options, listener);
    }
}
