package io.steelyard.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class CalibrationCurveTest {
    private static final double TOLERANCE = 1e-12;

    static Stream<JsonNode> curves() {
        return Vectors.ownCases("calibration.json");
    }

    @ParameterizedTest
    @MethodSource("curves")
    void equalsScikitLearn(JsonNode expected) {
        double[] labels = Vectors.doubles(expected.get("labels"));
        double[] scores = Vectors.doubles(expected.get("scores"));

        CalibrationCurve curve = CalibrationCurve.of(labels, scores, 10);

        assertThat(curve.bins()).hasSize(expected.get("count").size());
        for (int i = 0; i < curve.bins().size(); i++) {
            CalibrationCurve.Bin bin = curve.bins().get(i);
            assertThat(bin.meanScore())
                    .isCloseTo(expected.get("mean_score").get(i).doubleValue(), within(TOLERANCE))
                    .isBetween(bin.lower(), bin.upper());
            assertThat(bin.observedShare())
                    .isCloseTo(expected.get("observed_share").get(i).doubleValue(), within(TOLERANCE));
            assertThat(bin.count()).isEqualTo(expected.get("count").get(i).longValue());
        }
        assertThat(new ExpectedCalibrationError().of(labels, scores))
                .isCloseTo(expected.get("calibration_error").doubleValue(), within(TOLERANCE));
    }

    @Test
    void aBinHoldsItsUpperEdge() {
        assertThat(CalibrationCurve.of(new double[] {0, 1, 1}, new double[] {0, 0.5, 1}, 2)
                        .bins())
                .containsExactly(
                        new CalibrationCurve.Bin(0, 0.5, 0.25, 0.5, 2, 2),
                        new CalibrationCurve.Bin(0.5, 1, 1, 1, 1, 1));
    }

    @Test
    void refusesNoBins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CalibrationCurve.of(new double[] {1}, new double[] {1}, 0))
                .withMessage("bins is 0, but must be 1 or more");
    }

    @Property
    void aSingleRowErrsByItsDistance(
            @ForAll @IntRange(min = 0, max = 1) int label, @ForAll @DoubleRange(min = 0, max = 1) double score) {
        assertThat(new ExpectedCalibrationError().of(new double[] {label}, new double[] {score}))
                .isCloseTo(Math.abs(label - score), within(TOLERANCE));
    }
}
