package io.steelyard.evaluation;

/// The share of rows whose most likely class came true. From 0 to 1, best.
public record MulticlassAccuracyScore() implements MulticlassMetric {
    @Override
    public String name() {
        return "accuracy";
    }

    @Override
    public Direction direction() {
        return Direction.GREATER_IS_BETTER;
    }

    @Override
    public double of(MulticlassRows rows) {
        return ConfusionMatrix.of(rows).accuracy();
    }
}
