package io.steelyard.learner.linear;

import io.steelyard.training.LearnedModel;
import io.steelyard.training.Learner;
import io.steelyard.training.RoundListener;
import io.steelyard.training.TrainingSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Ridge regression: the least of `Σ weight · error² + alpha · ‖w‖²`, as of scikit-learn's `Ridge`; the intercept is not penalised.
///
/// Parameters: `alpha` (1, at least 0), `fit_intercept` (true).
public final class RidgeLearner implements Learner {
    /// A learner; [java.util.ServiceLoader] calls this.
    public RidgeLearner() {}

    @Override
    public String name() {
        return "ridge";
    }

    @Override
    public LearnedModel train(
            TrainingSet training,
            @Nullable TrainingSet validation,
            TrainingOptions options,
            Map<String, String> parameters,
            RoundListener listener) {
        LinearParameters chosen = LinearParameters.of(name(), Set.of("alpha", "fit_intercept"), parameters);
        double alpha = chosen.positive("alpha", 1);
        return new LeastSquares(name(), chosen.yes("fit_intercept", true), triangle -> triangle.ridge(alpha))
                .train(training, validation, options, listener);
    }
}
