package io.steelyard.training;

import io.steelyard.models.ModelRuntimes;
import io.steelyard.training.Learner.TrainingOptions;
import java.util.Map;

/// A learner for a [CrossValidation]: in each fold it goes all its rounds on the training rows, and its model scores the test
/// rows as a server would.
///
/// @param learner who learns
/// @param rows all rows, in the order of the labels that are cross-validated
/// @param options what they mean and how many rounds to go
/// @param parameters the learner's own parameters
public record TrainedFolds(Learner learner, TrainingSet rows, TrainingOptions options, Map<String, String> parameters)
        implements FoldLearner {
    public TrainedFolds {
        parameters = Map.copyOf(parameters);
    }

    @Override
    public double[] predict(Fold fold) {
        LearnedModel model = learner.train(rows.take(fold.trainingRows()), options, parameters);
        return ModelRuntimes.load(model.file())
                .scores(rows.take(fold.testRows()).columns());
    }
}
