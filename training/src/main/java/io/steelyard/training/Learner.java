package io.steelyard.training;

import io.steelyard.models.Task;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A learning algorithm. A plug-in: an annex of the house provides it to [java.util.ServiceLoader]. Stateless and safe
/// for any number of threads. Ask for one with [Learners#byName], which also checks the rows before they reach it.
public interface Learner {
    /// The name by which configurations ask for it.
    ///
    /// @return a lower-case name, for example `xgboost`
    String name();

    /// Learns from rows.
    ///
    /// Two calls with equal arguments give a model of the same bytes.
    ///
    /// @param training what to learn from
    /// @param validation what early stopping watches, with the training's features; where there is none, every round is
    ///     gone and kept. A learner without rounds only reports its loss on it.
    /// @param options what the rows mean and how long to go on
    /// @param parameters the algorithm's own parameters by its own names, for example `max_depth`; an unknown one is an
    ///     error
    /// @param listener told of each round; a learner without rounds tells of one
    /// @return the model as it was at its best round on the validation rows
    /// @throws TrainingException where the rows or parameters are not fit to learn from, or the algorithm does not know
    ///     the task
    LearnedModel train(
            TrainingSet training,
            @Nullable TrainingSet validation,
            TrainingOptions options,
            Map<String, String> parameters,
            RoundListener listener);

    /// Learns from rows alone, going all rounds.
    ///
    /// @param training what to learn from
    /// @param options what the rows mean and how many rounds to go
    /// @param parameters the algorithm's own parameters by its own names
    /// @return the model after the last round
    /// @throws TrainingException as above
    default LearnedModel train(TrainingSet training, TrainingOptions options, Map<String, String> parameters) {
        return train(training, null, options, parameters, (round, trainingLoss, validationLoss) -> {});
    }

    /// What every learner is told.
    ///
    /// @param task what the labels mean
    /// @param classes how many classes there are, labelled from 0 in one piece: 2 for a binary classification, at least 2
    ///     for one of several classes, 0 for a regression
    /// @param rounds the most rounds to go, at least 1; nothing to a learner without rounds
    /// @param patience how many rounds without an improvement of the validation loss end the training, at least 1
    /// @param minDelta by how much the validation loss must fall below the best one to be an improvement, at least 0
    /// @param seed all randomness of the learner comes from here
    record TrainingOptions(Task task, int classes, int rounds, int patience, double minDelta, long seed) {
        public TrainingOptions {
            boolean right =
                    switch (task) {
                        case BINARY_CLASSIFICATION -> classes == 2;
                        case MULTICLASS_CLASSIFICATION -> classes >= 2;
                        case REGRESSION -> classes == 0;
                    };
            if (!right) {
                throw new IllegalArgumentException("the task " + task.spelling() + " has "
                        + switch (task) {
                            case BINARY_CLASSIFICATION -> "2 classes";
                            case MULTICLASS_CLASSIFICATION -> "at least 2 classes";
                            case REGRESSION -> "no classes (0)";
                        }
                        + ", not " + classes);
            }
            if (rounds < 1 || patience < 1) {
                throw new IllegalArgumentException(
                        "rounds and patience must be at least 1, not " + rounds + " and " + patience);
            }
            if (!(minDelta >= 0)) {
                throw new IllegalArgumentException("the least improvement must be at least 0, not " + minDelta);
            }
        }

        /// Options of a binary classification or a regression, under which any fall of the validation loss is an
        /// improvement.
        ///
        /// @param task what the labels mean; of several classes, say how many: [#multiclass]
        /// @param rounds the most rounds to go, at least 1
        /// @param patience how many rounds without an improvement end the training, at least 1
        /// @param seed all randomness of the learner comes from here
        public TrainingOptions(Task task, int rounds, int patience, long seed) {
            this(task, rounds, patience, 0, seed);
        }

        /// Options of a binary classification or a regression.
        ///
        /// @param task what the labels mean
        /// @param rounds the most rounds to go, at least 1
        /// @param patience how many rounds without an improvement end the training, at least 1
        /// @param minDelta by how much the validation loss must fall to be an improvement, at least 0
        /// @param seed all randomness of the learner comes from here
        public TrainingOptions(Task task, int rounds, int patience, double minDelta, long seed) {
            this(task, task == Task.BINARY_CLASSIFICATION ? 2 : 0, rounds, patience, minDelta, seed);
        }

        /// Options of a classification of several classes, under which any fall of the validation loss is an improvement.
        ///
        /// @param classes how many classes there are, at least 2
        /// @param rounds the most rounds to go, at least 1
        /// @param patience how many rounds without an improvement end the training, at least 1
        /// @param seed all randomness of the learner comes from here
        /// @return the options
        public static TrainingOptions multiclass(int classes, int rounds, int patience, long seed) {
            return new TrainingOptions(Task.MULTICLASS_CLASSIFICATION, classes, rounds, patience, 0, seed);
        }
    }
}
