package io.steelyard.evaluation;

/// The mean of |prediction − label|, in the label's unit. From 0, best.
public record MeanAbsoluteError() implements RegressionMetric {
    @Override
    public String name() {
        return "mae";
    }

    @Override
    public Direction direction() {
        return Direction.SMALLER_IS_BETTER;
    }

    @Override
    public double of(RegressionRows rows) {
        return RowWeights.mean(
                rows.weights(), rows.size(), row -> Math.abs(rows.predictions()[row] - rows.labels()[row]));
    }
}
