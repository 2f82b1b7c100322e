package io.steelyard.models;

/// What a classifier says of a row, with how sure it is.
///
/// @param label the place of the most probable class among the signature's classes, from 0; of classes of equal
///     probability the first, but at a binary score of 0.5 exactly class 1
/// @param confidence the probability of that class, from 0 to 1
public record ClassPrediction(int label, double confidence) {
    /// From this score on, a row of a binary classification is of class 1.
    public static final double THRESHOLD = 0.5;

    public ClassPrediction {
        if (label < 0 || !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("a prediction has a class from 0 and a confidence from 0 to 1, not "
                    + label + " and " + confidence);
        }
    }

    /// The prediction that a binary score means.
    ///
    /// @param score the probability of class 1, from 0 to 1
    /// @return the prediction
    /// @throws IllegalArgumentException where the score is no probability
    public static ClassPrediction of(double score) {
        check(score);
        return score >= THRESHOLD ? new ClassPrediction(1, score) : new ClassPrediction(0, 1 - score);
    }

    /// The prediction that the scores of a classifier mean for one of its rows.
    ///
    /// @param signature of a binary or multi-class classification
    /// @param scores the scores as [Predictor#score] answers them
    /// @param row the row, from 0
    /// @return the prediction
    /// @throws IllegalArgumentException where a score is no probability, or the task is a regression
    public static ClassPrediction of(Signature signature, double[] scores, int row) {
        return switch (signature.task()) {
            case BINARY_CLASSIFICATION -> of(scores[row]);
            case MULTICLASS_CLASSIFICATION -> mostProbable(scores, row * signature.outputs(), signature.outputs());
            case REGRESSION -> throw new IllegalArgumentException("a regression answers values, not classes");
        };
    }

    private static ClassPrediction mostProbable(double[] scores, int from, int classes) {
        int best = 0;
        for (int i = 0; i < classes; i++) {
            check(scores[from + i]);
            if (scores[from + i] > scores[from + best]) {
                best = i;
            }
        }
        return new ClassPrediction(best, scores[from + best]);
    }

    private static void check(double score) {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("a score must be a probability from 0 to 1, not " + score);
        }
    }
}
