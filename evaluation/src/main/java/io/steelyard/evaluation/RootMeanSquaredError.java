package io.steelyard.evaluation;

/// The square root of the mean of (prediction − label)², in the label's unit. From 0, best.
public record RootMeanSquaredError() implements RegressionMetric {
    @Override
    public String name() {
        return "rmse";
    }

    @Override
    public Direction direction() {
        return Direction.SMALLER_IS_BETTER;
    }

    @Override
    public double of(RegressionRows rows) {
        return Math.sqrt(RowWeights.mean(rows.weights(), rows.size(), rows::squaredError));
    }
}
