package io.steelyard.tracking.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steelyard.evaluation.Direction;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricDirectionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "accuracy",
                "roc_auc",
                "auc_roc",
                "f1",
                "f1_score",
                "val_f1_macro",
                "r2",
                "train/accuracy",
                "rocAuc",
                "neg_log_loss",
                "neg_mean_squared_error",
                "precision_at_10",
                "log_likelihood",
                "explained_variance",
                "mcc",
                "balanced_accuracy",
                "pr_auc",
                "recall",
                "myscore",
                "true_positive_rate_auc"
            })
    void greater(String name) {
        assertThat(MetricDirections.BY_NAME.of(name))
                .isEqualTo(new MetricDirection(Direction.GREATER_IS_BETTER, MetricDirection.Source.NAME));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "loss",
                "val_loss",
                "valLoss",
                "log_loss",
                "logloss",
                "rmse",
                "valid_0.rmse",
                "mae",
                "mean_squared_error",
                "calibration_error",
                "energy_distance",
                "brier",
                "brier_score",
                "brier_score_loss",
                "accuracy_loss",
                "score_error",
                "false_positive_rate",
                "negative_log_likelihood",
                "cross_entropy",
                "roc_auc_std",
                "mape",
                "latency_p99_ms"
            })
    void smaller(String name) {
        assertThat(MetricDirections.BY_NAME.of(name))
                .isEqualTo(new MetricDirection(Direction.SMALLER_IS_BETTER, MetricDirection.Source.NAME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"positive_rate", "quality", "", "_", "rows"})
    void assumed(String name) {
        assertThat(MetricDirections.BY_NAME.of(name))
                .isEqualTo(new MetricDirection(Direction.GREATER_IS_BETTER, MetricDirection.Source.ASSUMED));
    }

    @Test
    void whatIsStatedCounts() {
        MetricDirections directions = new MetricDirections(Set.of("accuracy"), Set.of("loss"));
        assertThat(directions.of("accuracy"))
                .isEqualTo(new MetricDirection(Direction.SMALLER_IS_BETTER, MetricDirection.Source.STATED));
        assertThat(directions.of("loss"))
                .isEqualTo(new MetricDirection(Direction.GREATER_IS_BETTER, MetricDirection.Source.STATED));
        assertThatThrownBy(() -> new MetricDirections(Set.of("a"), Set.of("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'a' cannot be both");
    }
}
