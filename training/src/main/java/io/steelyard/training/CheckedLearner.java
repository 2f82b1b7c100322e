package io.steelyard.training;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A learner that only sees rows from which something can be learned.
///
/// @param learner who learns
record CheckedLearner(Learner learner) implements Learner {
    @Override
    public String name() {
        return learner.name();
    }

    @Override
    public LearnedModel train(
            TrainingSet training,
            @Nullable TrainingSet validation,
            TrainingOptions options,
            Map<String, String> parameters,
            RoundListener listener) {
        new RowChecks("training", training, options).all();
        if (validation != null) {
            new RowChecks("validation", validation, options).each();
            if (!training.features().equals(validation.features())) {
                throw new TrainingException("the training set has the features " + training.features()
                        + ", but the validation set has " + validation.features());
            }
        }
        return learner.train(training, validation, options, parameters, listener);
    }
}
