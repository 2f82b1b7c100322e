package io.steelyard.training;

/// Says when a training that no longer improves should end, and which epoch was its best. Give it each epoch's score in
/// turn:
///
/// ```java
/// EarlyStopping stopping = new EarlyStopping(5);
/// for (int epoch = 0; epoch < epochs; epoch++) {
///     trainOneEpoch();
///     if (stopping.stopsAfter(epoch, validationLoss())) {
///         break;
///     }
/// }
/// int best = stopping.bestEpoch();
/// ```
///
/// A score improves where it beats the best one by more than the least improvement; the first score always does. A
/// score of
/// NaN never improves, and any number beats it. Not safe for several threads: one training, one object.
public final class EarlyStopping {
    /// By how much a score must beat the best one where nothing else is said.
    public static final double DEFAULT_MIN_DELTA = 1e-4;

    private final int patience;
    private final double minDelta;
    private final Mode mode;
    private double bestScore = Double.NaN;
    private int bestEpoch;
    private int epochsWithout;
    private boolean started;

    /// Which score is the better one.
    public enum Mode {
        /// The smaller one, as of a loss.
        MIN,
        /// The greater one, as of an accuracy.
        MAX
    }

    /// Watches a loss, with [#DEFAULT_MIN_DELTA].
    ///
    /// @param patience how many epochs in a row without an improvement end the training, at least 1
    public EarlyStopping(int patience) {
        this(patience, DEFAULT_MIN_DELTA, Mode.MIN);
    }

    /// Watches a score.
    ///
    /// @param patience how many epochs in a row without an improvement end the training, at least 1
    /// @param minDelta by how much a score must beat the best one, at least 0
    /// @param mode which score is the better one
    public EarlyStopping(int patience, double minDelta, Mode mode) {
        if (patience < 1) {
            throw new IllegalArgumentException("the patience must be at least 1 epoch, not " + patience);
        }
        if (!(minDelta >= 0)) {
            throw new IllegalArgumentException("the least improvement must be at least 0, not " + minDelta);
        }
        this.patience = patience;
        this.minDelta = minDelta;
        this.mode = mode;
    }

    /// Takes an epoch's score.
    ///
    /// @param epoch the epoch's number, as [#bestEpoch] will give it
    /// @param score its score
    /// @return true where the training should end now
    public boolean stopsAfter(int epoch, double score) {
        if (!started || improves(score)) {
            started = true;
            bestScore = score;
            bestEpoch = epoch;
            epochsWithout = 0;
            return false;
        }
        epochsWithout++;
        return epochsWithout >= patience;
    }

    /// The epoch of the best score.
    ///
    /// @return its number; 0 before the first score
    public int bestEpoch() {
        return bestEpoch;
    }

    /// The best score.
    ///
    /// @return the score; NaN before the first one
    public double bestScore() {
        return bestScore;
    }

    private boolean improves(double score) {
        if (Double.isNaN(bestScore)) {
            return !Double.isNaN(score);
        }
        return switch (mode) {
            case MIN -> score < bestScore - minDelta;
            case MAX -> score > bestScore + minDelta;
        };
    }
}
