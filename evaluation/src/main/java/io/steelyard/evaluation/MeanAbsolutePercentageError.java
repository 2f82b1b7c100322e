package io.steelyard.evaluation;

/// The mean of |prediction − label| / |label|, as a share: 0.1 is 10 %. From 0, best. A label of 0 counts as
/// 2.220446049250313e-16, as in scikit-learn, so that an error there gives a very great number rather than an infinite one.
public record MeanAbsolutePercentageError() implements RegressionMetric {
    /// NumPy's `finfo(float64).eps`.
    private static final double EPSILON = Math.ulp(1.0);

    @Override
    public String name() {
        return "mape";
    }

    @Override
    public Direction direction() {
        return Direction.SMALLER_IS_BETTER;
    }

    @Override
    public double of(RegressionRows rows) {
        return RowWeights.mean(rows.weights(), rows.size(), row -> {
            double label = rows.labels()[row];
            return Math.abs(rows.predictions()[row] - label) / Math.max(Math.abs(label), EPSILON);
        });
    }
}
