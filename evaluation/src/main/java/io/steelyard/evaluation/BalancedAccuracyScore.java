package io.steelyard.evaluation;

/// The mean of the shares of rows of label 0 and of label 1 that were predicted right. From 0 to 1, best; 0.5 for any
/// constant prediction. Where only one label occurs, its share alone, as in scikit-learn.
///
/// @param threshold the least score that is predicted as 1
public record BalancedAccuracyScore(double threshold) implements BinaryMetric {
    public BalancedAccuracyScore {
        ConfusionMatrix.requireThreshold(threshold);
    }

    @Override
    public String name() {
        return "balanced_accuracy";
    }

    @Override
    public Direction direction() {
        return Direction.GREATER_IS_BETTER;
    }

    @Override
    public double of(BinaryRows rows) {
        return ConfusionMatrix.of(rows, threshold).balancedAccuracy();
    }
}
