package io.steelyard.training;

/// A model that learns in epochs, or in rounds: what [EpochLoop] goes through.
///
/// @param <S> a model's state as it was after an epoch: its weights, the number of its trees, the path of a file
public interface EpochModel<S> {
    /// Learns for an epoch.
    ///
    /// @param epoch the epoch from 0
    /// @return the loss on the training rows
    double train(int epoch);

    /// Weighs the model on rows that it does not learn from. Called after each [#train].
    ///
    /// @param epoch the epoch from 0
    /// @return the score that decides which epoch is the best one
    double evaluate(int epoch);

    /// The model as it is now; must not change when learning goes on. Called after each epoch that is the best one so far.
    ///
    /// @return the state
    S state();

    /// Whether nothing is left to learn, so that the training ends with the epoch before. Asked after each [#train].
    ///
    /// @return true where the epoch has changed nothing and no later one will; never so unless overridden
    default boolean exhausted() {
        return false;
    }
}
