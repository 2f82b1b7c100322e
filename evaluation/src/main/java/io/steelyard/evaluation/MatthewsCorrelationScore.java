package io.steelyard.evaluation;

/// The correlation of label and prediction, by Matthews
/// ([doi:10.1016/0005-2795(75)90109-9](https://doi.org/10.1016/0005-2795(75)90109-9)). From −1 to 1, best; 0 is no
/// relation, and where only one label occurs or only one is predicted.
///
/// @param threshold the least score that is predicted as 1
public record MatthewsCorrelationScore(double threshold) implements BinaryMetric {
    public MatthewsCorrelationScore {
        ConfusionMatrix.requireThreshold(threshold);
    }

    @Override
    public String name() {
        return "mcc";
    }

    @Override
    public Direction direction() {
        return Direction.GREATER_IS_BETTER;
    }

    @Override
    public double of(BinaryRows rows) {
        return ConfusionMatrix.of(rows, threshold).matthewsCorrelation();
    }
}
