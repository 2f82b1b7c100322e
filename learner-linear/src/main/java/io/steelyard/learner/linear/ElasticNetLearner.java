package io.steelyard.learner.linear;

import io.steelyard.training.LearnedModel;
import io.steelyard.training.Learner;
import io.steelyard.training.RoundListener;
import io.steelyard.training.TrainingSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Elastic net, as of scikit-learn's `ElasticNet`: [CoordinateDescent] has the formula; the intercept is not penalised.
///
/// Parameters: `alpha` (1, at least 0), `l1_ratio` (0.5, from 0 to 1), `fit_intercept` (true).
public final class ElasticNetLearner implements Learner {
    /// A learner; [java.util.ServiceLoader] calls this.
    public ElasticNetLearner() {}

    @Override
    public String name() {
        return "elastic-net";
    }

    @Override
    public LearnedModel train(
            TrainingSet training,
            @Nullable TrainingSet validation,
            TrainingOptions options,
            Map<String, String> parameters,
            RoundListener listener) {
        LinearParameters chosen = LinearParameters.of(name(), Set.of("alpha", "l1_ratio", "fit_intercept"), parameters);
        CoordinateDescent descent = new CoordinateDescent(chosen.positive("alpha", 1), chosen.share("l1_ratio", 0.5));
        return new LeastSquares(name(), chosen.yes("fit_intercept", true), triangle -> descent.coefficients(triangle))
                .train(training, validation, options, listener);
    }
}
