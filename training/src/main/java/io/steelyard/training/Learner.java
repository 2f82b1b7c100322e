package io.steelyard.training;

import io.steelyard.models.Task;
import java.util.Map;

/// A learning algorithm. A plug-in: an annex of the house provides it to [java.util.ServiceLoader]. Stateless and safe
/// for any
/// number of threads. Ask for one with [Learners#byName], which also checks the rows before they reach it.
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
    /// @param validation what early stopping watches
    /// @param options what the rows mean and how long to go on
    /// @param parameters the algorithm's own parameters by its own names, for example `max_depth`; an unknown one is an
    /// error
    /// @param listener told of each round
    /// @return the model as it was at its best round on the validation rows
    /// @throws TrainingException where the rows or parameters are not fit to learn from
    LearnedModel train(
            TrainingSet training,
            TrainingSet validation,
            TrainingOptions options,
            Map<String, String> parameters,
            RoundListener listener);

    /// What every learner is told.
    ///
    /// @param task what the labels mean
    /// @param rounds the most rounds to go, at least 1
    /// @param patience how many rounds without an improvement of the validation loss end the training, at least 1
    /// @param minDelta by how much the validation loss must fall below the best one to be an improvement, at least 0
    /// @param seed all randomness of the learner comes from here
    record TrainingOptions(Task task, int rounds, int patience, double minDelta, long seed) {
        public TrainingOptions {
            if (rounds < 1 || patience < 1) {
                throw new IllegalArgumentException(
                        "rounds and patience must be at least 1, not " + rounds + " and " + patience);
            }
            if (!(minDelta >= 0)) {
                throw new IllegalArgumentException("the least improvement must be at least 0, not " + minDelta);
            }
        }

        /// Options under which any fall of the validation loss is an improvement.
        ///
        /// @param task what the labels mean
        /// @param rounds the most rounds to go, at least 1
        /// @param patience how many rounds without an improvement end the training, at least 1
        /// @param seed all randomness of the learner comes from here
        public TrainingOptions(Task task, int rounds, int patience, long seed) {
            this(task, rounds, patience, 0, seed);
        }
    }
}
