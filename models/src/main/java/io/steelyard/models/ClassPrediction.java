package io.steelyard.models;

/// What a binary classifier says of a row, with how sure it is.
///
/// @param label the more probable class, 0 or 1; at a score of 0.5 exactly, 1
/// @param confidence the probability of that class, from 0.5 to 1
public record ClassPrediction(int label, double confidence) {
    /// From this score on, a row is of class 1.
    public static final double THRESHOLD = 0.5;

    public ClassPrediction {
        if ((label != 0 && label != 1) || !(confidence >= 0.5 && confidence <= 1)) {
            throw new IllegalArgumentException("a prediction has the class 0 or 1 and a confidence from 0.5 to 1, not "
                    + label + " and " + confidence);
        }
    }

    /// The prediction that a score means.
    ///
    /// @param score the probability of class 1, from 0 to 1
    /// @return the prediction
    /// @throws IllegalArgumentException where the score is no probability
    public static ClassPrediction of(double score) {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("a score must be a probability from 0 to 1, not " + score);
        }
        return score >= THRESHOLD ? new ClassPrediction(1, score) : new ClassPrediction(0, 1 - score);
    }
}
