package io.steelyard.evaluation;

/// How good predictions of a quantile are: the mean of quantile · (label − prediction) where the label is above, and (1 −
/// quantile) · (prediction − label) where it is below, in the label's unit. From 0, best. For the quantile 0.5 half of the
/// [MeanAbsoluteError].
///
/// @param quantile the quantile that was predicted, from 0 to 1
public record PinballLoss(double quantile) implements RegressionMetric {
    public PinballLoss {
        if (!(quantile >= 0 && quantile <= 1)) {
            throw new IllegalArgumentException("the quantile is " + quantile + ", but must be from 0 to 1");
        }
    }

    @Override
    public String name() {
        return "pinball_" + quantile;
    }

    @Override
    public Direction direction() {
        return Direction.SMALLER_IS_BETTER;
    }

    @Override
    public double of(RegressionRows rows) {
        return RowWeights.mean(rows.weights(), rows.size(), row -> {
            double distance = rows.labels()[row] - rows.predictions()[row];
            return distance >= 0 ? quantile * distance : (quantile - 1) * distance;
        });
    }
}
