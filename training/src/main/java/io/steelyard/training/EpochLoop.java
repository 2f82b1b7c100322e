package io.steelyard.training;

import org.jspecify.annotations.Nullable;

/// Trains a model of one's own, epoch after epoch: learn, weigh, tell, stop where nothing improves any more; and keeps
/// the state of the best epoch.
///
/// @param epochs the most epochs to go, at least 1
/// @param stopping says when to end and which epoch is the best, and is used up by one training; where it is missing, all
///     epochs are gone and the last is kept
/// @param listener told of each epoch
public record EpochLoop(int epochs, @Nullable EarlyStopping stopping, RoundListener listener) {
    public EpochLoop {
        if (epochs < 1) {
            throw new IllegalArgumentException("there must be at least 1 epoch, not " + epochs);
        }
    }

    /// The best epoch of a training.
    ///
    /// @param state the model after it
    /// @param epoch its number from 0
    /// @param epochs how many epochs were gone
    /// @param <S> the kind of state
    public record Best<S>(S state, int epoch, int epochs) {}

    /// Goes through the epochs.
    ///
    /// @param model the model; what it throws ends the training
    /// @param <S> the kind of state
    /// @return the best epoch by its score; the first of equal ones
    public <S> Best<S> run(EpochModel<S> model) {
        Best<S> best = null;
        for (int epoch = 0; epoch < epochs; epoch++) {
            double trainingLoss = model.train(epoch);
            if (best != null && model.exhausted()) {
                return last(best, model, epoch - 1);
            }
            double score = model.evaluate(epoch);
            listener.onRound(epoch, trainingLoss, score);
            boolean ended = stopping != null && stopping.stopsAfter(epoch, score);
            if (best == null || (stopping != null && stopping.bestEpoch() == epoch)) {
                best = new Best<>(model.state(), epoch, epoch + 1);
            }
            if (ended || epoch + 1 == epochs) {
                return last(best, model, epoch);
            }
        }
        throw new AssertionError("there is at least one epoch");
    }

    private <S> Best<S> last(Best<S> best, EpochModel<S> model, int epoch) {
        return stopping == null
                ? new Best<>(model.state(), epoch, epoch + 1)
                : new Best<>(best.state(), best.epoch(), epoch + 1);
    }
}
