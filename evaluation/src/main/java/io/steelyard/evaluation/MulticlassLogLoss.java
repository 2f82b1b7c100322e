package io.steelyard.evaluation;

/// The mean of −ln(the probability given to the class that came true). From 0, best, to 36.04: probabilities are clipped to
/// 2.220446049250313e-16 from 0 and from 1, as scikit-learn does for doubles. Defined where classes do not occur too.
public record MulticlassLogLoss() implements MulticlassMetric {
    @Override
    public String name() {
        return "log_loss";
    }

    @Override
    public Direction direction() {
        return Direction.SMALLER_IS_BETTER;
    }

    @Override
    public double of(MulticlassRows rows) {
        return RowWeights.mean(rows.weights(), rows.size(), row -> {
            int given = row * rows.classes().size() + rows.labels()[row];
            return LogLoss.ofProbability(rows.scores()[given]);
        });
    }
}
