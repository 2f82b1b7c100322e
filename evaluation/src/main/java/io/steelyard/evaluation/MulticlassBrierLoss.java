package io.steelyard.evaluation;

/// The Brier score: the mean over the rows of Σ (probability − 1 where the class came true, else 0)² over the classes. From
/// 0, best, to 2; for two classes half of it, so that it equals [BrierLoss], as in scikit-learn. Defined where classes do
/// not occur too.
public record MulticlassBrierLoss() implements MulticlassMetric {
    @Override
    public String name() {
        return "brier";
    }

    @Override
    public Direction direction() {
        return Direction.SMALLER_IS_BETTER;
    }

    @Override
    public double of(MulticlassRows rows) {
        int classes = rows.classes().size();
        double scale = classes == 2 ? 0.5 : 1;
        return scale
                * RowWeights.mean(rows.weights(), rows.size(), row -> {
                    double sum = 0;
                    for (int c = 0; c < classes; c++) {
                        double error = rows.scores()[row * classes + c] - (rows.labels()[row] == c ? 1 : 0);
                        sum += error * error;
                    }
                    return sum;
                });
    }
}
