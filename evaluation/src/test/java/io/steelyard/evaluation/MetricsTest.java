package io.steelyard.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {
    @Test
    void everyMetricHasItsDirectionByName() {
        assertThat(Metrics.direction("roc_auc")).contains(Direction.GREATER_IS_BETTER);
        assertThat(Metrics.direction("log_loss")).contains(Direction.SMALLER_IS_BETTER);
        assertThat(Metrics.direction("rmse")).contains(Direction.SMALLER_IS_BETTER);
        assertThat(Metrics.direction("r2")).contains(Direction.GREATER_IS_BETTER);
        assertThat(Metrics.direction("f1_macro")).contains(Direction.GREATER_IS_BETTER);
        assertThat(Metrics.direction("pinball_0.9")).contains(Direction.SMALLER_IS_BETTER);
    }

    @Test
    void aNameMayStandAfterWhatWasMeasured() {
        for (String name : List.of("test_roc_auc", "cv_roc_auc", "carrier/AA/roc_auc", "groups/val_roc_auc")) {
            assertThat(Metrics.direction(name)).as(name).contains(Direction.GREATER_IS_BETTER);
        }
        assertThat(Metrics.direction("validation_loss")).contains(Direction.SMALLER_IS_BETTER);
    }

    @Test
    void aNameThatSaysNothingHasNoDirection() {
        for (String name : List.of("rows", "positive_rate", "learning_rate", "", "test_", "roc")) {
            assertThat(Metrics.direction(name)).as(name).isEmpty();
        }
    }

    @Test
    void namesKeepWhatTheyPromise() {
        assertThat(new BinaryEvaluation(0.5).metrics()).allSatisfy(MetricsTest::directionStandsInTheClassName);
        assertThat(new MulticlassEvaluation(List.of("a", "b", "c")).metrics())
                .allSatisfy(MetricsTest::directionStandsInTheClassName);
        assertThat(new RegressionEvaluation().metrics()).allSatisfy(MetricsTest::directionStandsInTheClassName);
    }

    private static void directionStandsInTheClassName(QualityMetric<?> metric) {
        String name = metric.getClass().getSimpleName();
        assertThat(name).matches(".*(Score|Error|Loss|Distance)");
        assertThat(metric.direction())
                .as(name)
                .isEqualTo(name.endsWith("Score") ? Direction.GREATER_IS_BETTER : Direction.SMALLER_IS_BETTER);
    }
}
