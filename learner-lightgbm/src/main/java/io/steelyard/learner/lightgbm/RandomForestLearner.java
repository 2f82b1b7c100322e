package io.steelyard.learner.lightgbm;

import io.steelyard.training.LearnedModel;
import io.steelyard.training.Learner;
import io.steelyard.training.RoundListener;
import io.steelyard.training.TrainingSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A random forest by LightGBM (`boosting=rf`): trees grown side by side, each on some rows and features, whose answers
/// are averaged. The number of rounds is the number of trees, and validation rows keep the best number of them.
///
/// Each tree sees 63.2 % of the rows, drawn without repeating (as many different ones as a bootstrap sample has), and each
/// split of a classification the square root of the number of features, of a regression a third of them. Trees have at
/// most 255 leaves of at least 5 rows. All of this can be chosen by LightGBM's own names.
///
/// Differs from scikit-learn in that rows are drawn without repeating, that trees are grown best leaf first on binned
/// features, and that margins rather than probabilities are averaged.
public final class RandomForestLearner implements Learner {
    /// A learner; [java.util.ServiceLoader] calls this.
    public RandomForestLearner() {}

    @Override
    public String name() {
        return "random-forest";
    }

    @Override
    public LearnedModel train(
            TrainingSet training,
            @Nullable TrainingSet validation,
            TrainingOptions options,
            Map<String, String> parameters,
            RoundListener listener) {
        LightgbmParameters checked = LightgbmParameters.forest(
                parameters, options, training.features().size());
        return new LightgbmTraining(checked, options, listener).run(training, validation);
    }
}
