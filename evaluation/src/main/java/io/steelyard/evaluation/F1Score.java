package io.steelyard.evaluation;

/// The harmonic mean of precision and recall. From 0 to 1, best; 0 where no row was predicted 1 and none came true as
/// 1.
///
/// @param threshold the least score that is predicted as 1
public record F1Score(double threshold) implements BinaryMetric {
    public F1Score {
        ConfusionMatrix.requireThreshold(threshold);
    }

    @Override
    public String name() {
        return "f1";
    }

    @Override
    public Direction direction() {
        return Direction.GREATER_IS_BETTER;
    }

    @Override
    public double of(BinaryRows rows) {
        return ConfusionMatrix.of(rows, threshold).f1(1);
    }
}
