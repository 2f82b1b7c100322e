package io.steelyard.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class BinaryMetricTest {
    private static final double TOLERANCE = 1e-12;

    static Stream<JsonNode> predictions() {
        return Vectors.cases("classification_metrics.json");
    }

    static Stream<BinaryMetric> metrics() {
        return new BinaryEvaluation(0.5).metrics().stream();
    }

    @ParameterizedTest
    @MethodSource("predictions")
    void equalsScikitLearn(JsonNode expected) {
        double[] labels = Vectors.doubles(expected.get("y_true"));
        double[] scores = Vectors.doubles(expected.get("score"));
        double threshold = expected.get("threshold").doubleValue();

        JsonNode confusion = expected.get("confusion");
        assertThat(ConfusionMatrix.of(labels, scores, threshold))
                .isEqualTo(ConfusionMatrix.ofCells(
                        List.of("0", "1"),
                        new double[][] {Vectors.doubles(confusion.get(0)), Vectors.doubles(confusion.get(1))}));
        Map<String, Double> values = BinaryEvaluation.of(labels, scores, threshold);
        for (String name : new String[] {"roc_auc", "log_loss", "brier", "accuracy", "precision", "recall", "f1"}) {
            assertThat(values.get(name)).as(name).isCloseTo(expected.get(name).doubleValue(), within(TOLERANCE));
        }
    }

    /// Expected: scikit-learn 1.9.1.
    @Test
    void aCertainErrorCostsAFiniteLoss() {
        double[] labels = {1, 0};

        assertThat(new LogLoss().of(labels, new double[] {0, 1})).isCloseTo(36.04365338911715, within(TOLERANCE));
        assertThat(new LogLoss().of(labels, new double[] {1, 0})).isCloseTo(0, within(1e-15));
        assertThat(new LogLoss().of(new double[] {1}, new double[] {0.3})).isCloseTo(-Math.log(0.3), within(TOLERANCE));
    }

    /// Expected: scikit-learn 1.9.1; it gives NaN with a warning for the ROC AUC and 0 with a warning for the others.
    @Test
    void sharesOfNothing() {
        double[] onlyZeros = {0, 0};
        double[] allBelow = {0.1, 0.2};

        assertThat(new RocAucScore().of(onlyZeros, allBelow)).isNaN();
        assertThat(new PrecisionScore(0.5).of(new double[] {1, 0}, allBelow)).isZero();
        assertThat(new RecallScore(0.5).of(onlyZeros, new double[] {0.1, 0.9})).isZero();
        assertThat(new F1Score(0.5).of(onlyZeros, allBelow)).isZero();
    }

    @Test
    void aScoreAtTheThresholdIsPredictedAsOne() {
        assertThat(ConfusionMatrix.of(new double[] {1, 0}, new double[] {0.5, 0.4999}, 0.5))
                .isEqualTo(ConfusionMatrix.ofCells(List.of("0", "1"), new double[][] {{1, 0}, {0, 1}}));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void refusesRowsThatCannotBeMeasured(BinaryMetric metric) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> metric.of(new double[0], new double[0]))
                .withMessage("there are no rows to evaluate; give at least one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> metric.of(new double[2], new double[3]))
                .withMessage("there are 2 labels and 3 scores, but each row needs one of both");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> metric.of(new double[] {0, 2}, new double[2]))
                .withMessage("the label of row 1 is 2.0, but must be 0 or 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> metric.of(new double[] {0, 1}, new double[] {0, Double.NaN}))
                .withMessage("the score of row 1 is NaN, but must be a number");
    }

    @Test
    void refusesAScoreThatIsNoProbabilityWhereOneIsNeeded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogLoss().of(new double[] {1}, new double[] {1.5}))
                .withMessage("the score of row 0 is 1.5, but must be a probability from 0 to 1");
        assertThat(new RocAucScore().of(new double[] {0, 1}, new double[] {Double.NEGATIVE_INFINITY, 7}))
                .isEqualTo(1);
    }

    @Test
    void refusesAThresholdThatIsNoNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccuracyScore(Double.NaN))
                .withMessage("the threshold is NaN, but must be a number; 0.5 is usual");
    }

    @Property
    void rocAucKeepsUnderAMonotoneMapAndTurnsWithTheOrder(
            @ForAll @Size(20) List<Boolean> labels,
            @ForAll @Size(20) List<@IntRange(min = -9, max = 9) Integer> scores) {
        double[] y = labels.stream().mapToDouble(label -> label ? 1 : 0).toArray();
        double[] x = scores.stream().mapToDouble(Integer::doubleValue).toArray();
        double[] mapped = Arrays.stream(x).map(Math::exp).toArray();
        double[] turned = Arrays.stream(x).map(score -> -score).toArray();
        double area = new RocAucScore().of(y, x);

        assertThat(Double.valueOf(new RocAucScore().of(y, mapped))).isEqualTo(Double.valueOf(area));
        if (!Double.isNaN(area)) {
            assertThat(new RocAucScore().of(y, turned)).isCloseTo(1 - area, within(TOLERANCE));
        }
    }
}
