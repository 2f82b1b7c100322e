package io.steelyard.learner.linear;

import io.steelyard.training.LearnedModel;
import io.steelyard.training.Learner;
import io.steelyard.training.RoundListener;
import io.steelyard.training.TrainingSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Ordinary least squares: the least sum of the rows' weighted squared errors. Where features are constant or follow from each
/// other, the coefficients of the least norm, as scikit-learn's `LinearRegression` has them.
///
/// Parameters: `fit_intercept` (true), `tol` (1e-6, at least 0): directions of the centred features whose singular value is at
/// most this part of the greatest one count as none, as in scikit-learn 1.9. Where features have very unlike scales, scale
/// them, or choose a smaller `tol`.
public final class LinearRegressionLearner implements Learner {
    /// A learner; [java.util.ServiceLoader] calls this.
    public LinearRegressionLearner() {}

    @Override
    public String name() {
        return "linear-regression";
    }

    @Override
    public LearnedModel train(
            TrainingSet training,
            @Nullable TrainingSet validation,
            TrainingOptions options,
            Map<String, String> parameters,
            RoundListener listener) {
        LinearParameters chosen = LinearParameters.of(name(), Set.of("fit_intercept", "tol"), parameters);
        double tol = chosen.positive("tol", 1e-6);
        return new LeastSquares(name(), chosen.yes("fit_intercept", true), triangle -> triangle.squares(tol))
                .train(training, validation, options, listener);
    }
}
