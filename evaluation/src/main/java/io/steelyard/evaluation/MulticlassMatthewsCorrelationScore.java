package io.steelyard.evaluation;

/// The correlation of what came true and what was predicted, by Gorodkin
/// ([doi:10.1016/j.compbiolchem.2004.09.006](https://doi.org/10.1016/j.compbiolchem.2004.09.006)). From −1 to 1, best; 0 is
/// no relation, and where only one class came true or only one was predicted.
public record MulticlassMatthewsCorrelationScore() implements MulticlassMetric {
    @Override
    public String name() {
        return "mcc";
    }

    @Override
    public Direction direction() {
        return Direction.GREATER_IS_BETTER;
    }

    @Override
    public double of(MulticlassRows rows) {
        return ConfusionMatrix.of(rows).matthewsCorrelation();
    }
}
