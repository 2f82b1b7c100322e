package io.steelyard.evaluation;

/// The share of the labels' variance that the predictions explain: 1 − Σ(label − prediction)² / Σ(label − mean label)². From
/// −∞ to 1, best; 0 is as good as always predicting the mean.
///
/// Where all labels are equal: 1 if all predictions are right, else 0, as in scikit-learn. NaN for one row.
public record R2Score() implements RegressionMetric {
    @Override
    public String name() {
        return "r2";
    }

    @Override
    public Direction direction() {
        return Direction.GREATER_IS_BETTER;
    }

    @Override
    public double of(RegressionRows rows) {
        if (rows.size() < 2) {
            return Double.NaN;
        }
        double mean = RowWeights.mean(rows.weights(), rows.size(), row -> rows.labels()[row]);
        double unexplained = RowWeights.sum(rows.weights(), rows.size(), rows::squaredError);
        double all = RowWeights.sum(rows.weights(), rows.size(), row -> {
            double distance = rows.labels()[row] - mean;
            return distance * distance;
        });
        return unexplained == 0 ? 1 : all == 0 ? 0 : 1 - unexplained / all;
    }
}
