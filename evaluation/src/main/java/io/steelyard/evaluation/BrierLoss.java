package io.steelyard.evaluation;

/// The Brier score: the mean of (score − label)². From 0, best, to 1. Defined for one label alone too.
public record BrierLoss() implements BinaryMetric {
    @Override
    public String name() {
        return "brier";
    }

    @Override
    public Direction direction() {
        return Direction.SMALLER_IS_BETTER;
    }

    @Override
    public double of(BinaryRows rows) {
        rows.requireProbabilities();
        return RowWeights.mean(rows.weights(), rows.size(), row -> {
            double error = rows.scores()[row] - rows.labels()[row];
            return error * error;
        });
    }
}
