package io.steelyard.training;

/// Learns from some rows and predicts others: any learner at all. Called by several threads at once, each with a fold of its
/// own.
@FunctionalInterface
public interface FoldLearner {
    /// Learns from the training rows and predicts the test rows. Must look at nothing of the test rows but their features.
    ///
    /// @param fold the numbers of the rows
    /// @return what is predicted for the test rows, in their order: the probability of class 1, the value, or row after row
    ///     the probability of each class
    double[] predict(Fold fold);
}
