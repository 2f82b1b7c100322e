package io.steelyard.evaluation;

/// The mean of −ln(the probability given to what came true). From 0, best, to 36.04: scores are clipped to
/// 2.220446049250313e-16 from 0 and from 1, as scikit-learn does for doubles. Defined for one label alone too.
public record LogLoss() implements BinaryMetric {
    /// NumPy's `finfo(float64).eps`.
    static final double EPSILON = Math.ulp(1.0);

    @Override
    public String name() {
        return "log_loss";
    }

    @Override
    public Direction direction() {
        return Direction.SMALLER_IS_BETTER;
    }

    @Override
    public double of(BinaryRows rows) {
        rows.requireProbabilities();
        return RowWeights.mean(rows.weights(), rows.size(), row -> {
            double score = rows.scores()[row];
            return ofProbability(rows.labels()[row] == 1 ? score : 1 - score);
        });
    }

    /// The loss of a row by the probability given to what came true.
    static double ofProbability(double givenToTheTruth) {
        return -Math.log(Math.clamp(givenToTheTruth, EPSILON, 1 - EPSILON));
    }
}
