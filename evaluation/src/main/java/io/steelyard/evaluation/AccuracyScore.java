package io.steelyard.evaluation;

/// The share of rows that were predicted right. From 0 to 1, best.
///
/// @param threshold the least score that is predicted as 1
public record AccuracyScore(double threshold) implements BinaryMetric {
    public AccuracyScore {
        ConfusionMatrix.requireThreshold(threshold);
    }

    @Override
    public String name() {
        return "accuracy";
    }

    @Override
    public Direction direction() {
        return Direction.GREATER_IS_BETTER;
    }

    @Override
    public double of(BinaryRows rows) {
        return ConfusionMatrix.of(rows, threshold).accuracy();
    }
}
