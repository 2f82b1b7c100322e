package io.steelyard.learner.linear;

import io.steelyard.training.LearnedModel;
import io.steelyard.training.Learner;
import io.steelyard.training.RoundListener;
import io.steelyard.training.TrainingException;
import io.steelyard.training.TrainingSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Logistic regression, solved to the last digits: the least of `C · Σ weight · log loss + ½ · ‖w‖²`, as of scikit-learn's
/// `LogisticRegression`; the intercept is not penalised. Two classes have one margin (kind `logistic`), more have one each,
/// of the sum 0 over the classes (kind `multinomial`).
///
/// Parameters: `C` (1, above 0; `inf`: no penalty), `fit_intercept` (true), `class_weight` (`none`, or `balanced`: each row
/// counts `n / (k · weight of its class)` times). The penalty weighs all features alike: standardise them before.
///
/// Without a penalty, classes that the features tell apart perfectly have no solution, as ever larger coefficients are ever
/// better: that is an error which says so. Features that follow from each other have the coefficients of the least norm.
///
/// Differs from scikit-learn in that a multi-class task of two classes has two margins, and in that there is no penalty on
/// the coefficients' sizes (`l1_ratio`).
public final class LogisticRegressionLearner implements Learner {
    /// A learner; [java.util.ServiceLoader] calls this.
    public LogisticRegressionLearner() {}

    @Override
    public String name() {
        return "logistic-regression";
    }

    @Override
    public LearnedModel train(
            TrainingSet training,
            @Nullable TrainingSet validation,
            TrainingOptions options,
            Map<String, String> parameters,
            RoundListener listener) {
        LinearParameters chosen =
                LinearParameters.of(name(), Set.of("C", "fit_intercept", "class_weight"), parameters);
        double c = chosen.positive("C", 1);
        if (c == 0) {
            throw chosen.wrong("C", "above 0 (inf: no penalty)");
        }
        int outputs =
                switch (options.task()) {
                    case BINARY_CLASSIFICATION -> 1;
                    case MULTICLASS_CLASSIFICATION -> options.classes();
                    case REGRESSION ->
                        throw new TrainingException("the learner 'logistic-regression' learns classes, not values: choose"
                                + " 'linear-regression', 'ridge', 'lasso' or 'elastic-net'");
                };
        Design.complete("training", training);
        double[] weights = Design.weights(training);
        if (balanced(chosen)) {
            balance(weights, training.labels(), options.classes());
        }
        Design design = Design.standardised(training, chosen.yes("fit_intercept", true), weights);
        LogisticFit fit = new LogisticFit(design, training.labels(), outputs, c);
        LinearModel model = fit.model(new Newton(fit).solve(), training);
        return LeastSquares.learned(model, training, validation, listener);
    }

    private static boolean balanced(LinearParameters chosen) {
        return switch (chosen.chosen().getOrDefault("class_weight", "none").strip()) {
            case "none" -> false;
            case "balanced" -> true;
            default -> throw chosen.wrong("class_weight", "none or balanced");
        };
    }

    private static void balance(double[] weights, float[] labels, int classes) {
        double[] perClass = new double[classes];
        double total = 0;
        for (int row = 0; row < weights.length; row++) {
            perClass[(int) labels[row]] += weights[row];
            total += weights[row];
        }
        for (int row = 0; row < weights.length; row++) {
            weights[row] *= total / (classes * perClass[(int) labels[row]]);
        }
    }
}
