package io.steelyard.evaluation;

/// The share of the rows that came true as 1 that were predicted 1. From 0 to 1, best; 0 where no row came true as 1.
///
/// @param threshold the least score that is predicted as 1
public record RecallScore(double threshold) implements BinaryMetric {
    public RecallScore {
        ConfusionMatrix.requireThreshold(threshold);
    }

    @Override
    public String name() {
        return "recall";
    }

    @Override
    public Direction direction() {
        return Direction.GREATER_IS_BETTER;
    }

    @Override
    public double of(BinaryRows rows) {
        return ConfusionMatrix.of(rows, threshold).recall(1);
    }
}
