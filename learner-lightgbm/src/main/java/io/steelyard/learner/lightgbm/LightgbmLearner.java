package io.steelyard.learner.lightgbm;

import io.steelyard.training.LearnedModel;
import io.steelyard.training.Learner;
import io.steelyard.training.RoundListener;
import io.steelyard.training.TrainingSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gradient-boosted trees by LightGBM. The losses are `binary_logloss` for a binary classification, `multi_logloss` for
/// one of several classes and `rmse` for a regression, by the rows' weights; the model is LightGBM's text, with the trees
/// up to the best round.
///
/// Parameters have LightGBM's own names; [LightgbmParameters] says which there are. The number of threads is 2 unless
/// `num_threads` says otherwise, and LightGBM is told to be deterministic, so that the model does not depend on where it
/// was trained. LightGBM prints nothing.
public final class LightgbmLearner implements Learner {
    /// A learner; [java.util.ServiceLoader] calls this.
    public LightgbmLearner() {}

    @Override
    public String name() {
        return "lightgbm";
    }

    @Override
    public LearnedModel train(
            TrainingSet training,
            @Nullable TrainingSet validation,
            TrainingOptions options,
            Map<String, String> parameters,
            RoundListener listener) {
        return new LightgbmTraining(LightgbmParameters.boosted(parameters, options), options, listener)
                .run(training, validation);
    }
}
