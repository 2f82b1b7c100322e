package io.steelyard.evaluation;

/// The mean over the classes that came true of the share of their rows that were predicted right. From 0 to 1, best.
public record MulticlassBalancedAccuracyScore() implements MulticlassMetric {
    @Override
    public String name() {
        return "balanced_accuracy";
    }

    @Override
    public Direction direction() {
        return Direction.GREATER_IS_BETTER;
    }

    @Override
    public double of(MulticlassRows rows) {
        return ConfusionMatrix.of(rows).balancedAccuracy();
    }
}
