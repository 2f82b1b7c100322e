package io.steelyard.evaluation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All metrics of a regression at once: `rmse`, `mae`, `r2`, `mape`, `pinball_0.5`, then `rows`.
public record RegressionEvaluation() implements Evaluation<RegressionRows> {
    @Override
    public List<RegressionMetric> metrics() {
        return List.of(
                new RootMeanSquaredError(),
                new MeanAbsoluteError(),
                new R2Score(),
                new MeanAbsolutePercentageError(),
                new PinballLoss(0.5));
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public RegressionRows rows(double[] labels, double[] predictions, double @Nullable [] weights) {
        return new RegressionRows(labels, predictions, weights);
    }

    @Override
    public Map<String, Double> counts(RegressionRows rows) {
        return Map.of(ROWS, (double) rows.size());
    }
}
