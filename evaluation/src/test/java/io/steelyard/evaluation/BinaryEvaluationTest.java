package io.steelyard.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BinaryEvaluationTest {
    private static final double[] LABELS = {0, 1, 1, 0};
    private static final double[] SCORES = {0.2, 0.9, 0.4, 0.1};

    @Test
    void reportsAllMetricsInAFixedOrder() {
        Map<String, Double> values = BinaryEvaluation.of(LABELS, SCORES, 0.5);

        assertThat(values.keySet())
                .containsExactly(
                        "roc_auc",
                        "log_loss",
                        "brier",
                        "accuracy",
                        "precision",
                        "recall",
                        "f1",
                        "calibration_error",
                        "pr_auc",
                        "balanced_accuracy",
                        "mcc",
                        "positive_rate",
                        "rows");
        assertThat(values)
                .containsEntry("positive_rate", 0.5)
                .containsEntry("rows", 4.0)
                .containsEntry("roc_auc", 1.0);
        assertThatThrownBy(values::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aSingleLabelLeavesOnlyTheOrderUndefined() {
        Map<String, Double> values = BinaryEvaluation.of(new double[] {1, 1}, new double[] {0.6, 0.7}, 0.5);

        assertThat(values.get("roc_auc")).isNaN();
        values.forEach((name, value) -> {
            if (!name.equals("roc_auc")) {
                assertThat(value).as(name).isFinite();
            }
        });
    }

    @Test
    void refusesAThresholdThatIsNoNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinaryEvaluation.of(LABELS, SCORES, Double.NaN))
                .withMessageContaining("the threshold is NaN");
    }
}
