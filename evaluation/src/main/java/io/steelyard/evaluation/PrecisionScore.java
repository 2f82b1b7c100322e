package io.steelyard.evaluation;

/// The share of the rows predicted 1 that came true as 1. From 0 to 1, best; 0 where no row was predicted 1.
///
/// @param threshold the least score that is predicted as 1
public record PrecisionScore(double threshold) implements BinaryMetric {
    public PrecisionScore {
        ConfusionMatrix.requireThreshold(threshold);
    }

    @Override
    public String name() {
        return "precision";
    }

    @Override
    public Direction direction() {
        return Direction.GREATER_IS_BETTER;
    }

    @Override
    public double of(BinaryRows rows) {
        return ConfusionMatrix.of(rows, threshold).precision(1);
    }
}
