package io.steelyard.training;

/// Told of every round or epoch of a training, in the training's own thread.
@FunctionalInterface
public interface RoundListener {
    /// A round is done.
    ///
    /// @param round the round from 0
    /// @param trainingLoss the loss on the training rows (log loss for classes, root mean squared error for values)
    /// @param validationLoss the same on the validation rows; NaN where there are none
    void onRound(int round, double trainingLoss, double validationLoss);
}
