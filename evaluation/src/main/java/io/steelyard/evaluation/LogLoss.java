package io.steelyard.evaluation;

/// The mean of −ln(the probability given to what came true). From 0, best, to 36.04: scores are clipped to
/// 2.220446049250313e-16 from 0 and from 1, as scikit-learn does for doubles. Defined for one label alone too.
public record LogLoss() implements BinaryMetric {
    /// NumPy's `finfo(float64).eps`.
    private static final double EPSILON = Math.ulp(1.0);

    @Override
    public String name() {
        return "log_loss";
    }

    @Override
    public Direction direction() {
        return Direction.SMALLER_IS_BETTER;
    }

    @Override
    public double of(double[] labels, double[] scores) {
        BinaryRows.requireProbabilities(labels, scores);
        return BinaryRows.mean(labels, scores, LogLoss::ofRow);
    }

    private static double ofRow(double label, double score) {
        double givenToTheTruth = label == 1 ? score : 1 - score;
        return -Math.log(Math.clamp(givenToTheTruth, EPSILON, 1 - EPSILON));
    }
}
