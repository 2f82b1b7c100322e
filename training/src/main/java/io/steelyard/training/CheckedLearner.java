package io.steelyard.training;

import io.steelyard.models.Task;
import java.util.Map;

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
            TrainingSet validation,
            TrainingOptions options,
            Map<String, String> parameters,
            RoundListener listener) {
        check("training", training, options.task());
        check("validation", validation, options.task());
        if (!training.features().equals(validation.features())) {
            throw new TrainingException("the training set has the features " + training.features()
                    + ", but the validation set has " + validation.features());
        }
        bothClasses(training, options.task());
        return learner.train(training, validation, options, parameters, listener);
    }

    private static void check(String which, TrainingSet set, Task task) {
        if (set.rows() == 0) {
            throw new TrainingException(
                    "the " + which + " set is empty: check the query or the file it comes from, and where it is cut");
        }
        if (set.features().isEmpty()) {
            throw new TrainingException("the " + which + " set has no features to learn from");
        }
        for (int row = 0; row < set.rows(); row++) {
            float label = set.labels()[row];
            if (!Float.isFinite(label) || !fits(label, task)) {
                throw new TrainingException(
                        "the target '" + set.target() + "' is " + label + " in row " + row + " of the " + which
                                + " set, but must be " + wanted(task) + "; rows without a label belong left out");
            }
        }
    }

    private static boolean fits(float label, Task task) {
        return switch (task) {
            case BINARY_CLASSIFICATION -> label == 0 || label == 1;
            case MULTICLASS_CLASSIFICATION -> label >= 0 && label == (int) label;
            case REGRESSION -> true;
        };
    }

    private static String wanted(Task task) {
        return switch (task) {
            case BINARY_CLASSIFICATION -> "0 or 1";
            case MULTICLASS_CLASSIFICATION -> "the number of a class from 0";
            case REGRESSION -> "a finite number";
        };
    }

    private static void bothClasses(TrainingSet set, Task task) {
        if (task == Task.REGRESSION) {
            return;
        }
        float first = set.labels()[0];
        for (float label : set.labels()) {
            if (label != first) {
                return;
            }
        }
        throw new TrainingException("the target '" + set.target() + "' has one class only (" + (int) first + " in all "
                + set.rows() + " rows): a classifier needs rows of "
                + (task == Task.BINARY_CLASSIFICATION ? "both classes" : "two classes or more"));
    }
}
