package io.steelyard.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Every metric and curve against scikit-learn.
class MetricReferenceTest {
    private static final double TOLERANCE = 1e-12;
    private static final JsonNode FILE = Vectors.own("metrics.json");

    static Stream<JsonNode> binary() {
        return FILE.get("binary").valueStream();
    }

    static Stream<JsonNode> multiclass() {
        return FILE.get("multiclass").valueStream();
    }

    static Stream<JsonNode> regression() {
        return FILE.get("regression").valueStream();
    }

    @ParameterizedTest
    @MethodSource("binary")
    void twoClasses(JsonNode expected) {
        double threshold = expected.get("threshold").asDouble();
        BinaryRows rows = binaryRows(expected);
        Map<String, Double> values = new BinaryEvaluation(threshold).of(rows);
        assertValues(values, expected);
        assertThat(values.keySet())
                .containsAll(expected.get("values").propertyNames())
                .hasSize(expected.get("values").size() + 2);
        assertCells(ConfusionMatrix.of(rows, threshold), expected.get("confusion"));
    }

    @ParameterizedTest
    @MethodSource("binary")
    void curves(JsonNode expected) {
        BinaryRows rows = binaryRows(expected);
        assertCurve(roc(RocCurve.of(rows)), expected.get("roc"));
        assertCurve(roc(RocCurve.ofAllScores(rows)), expected.get("roc_all"));
        assertCurve(precisionRecall(PrecisionRecallCurve.of(rows)), expected.get("pr"));
        assertCurve(precisionRecall(PrecisionRecallCurve.ofAllScores(rows)), expected.get("pr_all"));
        if (!expected.get("calibration").isNull()) {
            assertCalibration(CalibrationCurve.of(rows, 10), expected.get("calibration"));
            assertCalibration(CalibrationCurve.ofQuantiles(rows, 5), expected.get("calibration_quantile"));
        }
    }

    @ParameterizedTest
    @MethodSource("multiclass")
    void severalClasses(JsonNode expected) {
        List<String> classes = IntStream.range(0, expected.get("classes").asInt())
                .mapToObj(c -> "class " + c)
                .toList();
        MulticlassEvaluation evaluation = new MulticlassEvaluation(classes);
        MulticlassRows rows = evaluation.rows(
                Vectors.doubles(expected.get("labels")), Vectors.doubles(expected.get("scores")), weights(expected));
        assertValues(evaluation.of(rows), expected);
        assertCells(ConfusionMatrix.of(rows), expected.get("confusion"));
    }

    @ParameterizedTest
    @MethodSource("regression")
    void values(JsonNode expected) {
        RegressionEvaluation evaluation = new RegressionEvaluation();
        RegressionRows rows = evaluation.rows(
                Vectors.doubles(expected.get("labels")),
                Vectors.doubles(expected.get("predictions")),
                weights(expected));
        Map<String, Double> values = evaluation.of(rows);
        assertThat(values.keySet()).containsExactly("rmse", "mae", "r2", "mape", "pinball_0.5", "rows");
        values.forEach((name, value) -> {
            if (!name.equals("rows")) {
                assertClose(value, expected.get("values").get(name), name);
            }
        });
        assertClose(new PinballLoss(0.9).of(rows), expected.get("values").get("pinball_0.9"), "pinball_0.9");
    }

    private static BinaryRows binaryRows(JsonNode expected) {
        return new BinaryEvaluation(0.5)
                .rows(
                        Vectors.doubles(expected.get("labels")),
                        Vectors.doubles(expected.get("scores")),
                        weights(expected));
    }

    private static double @Nullable [] weights(JsonNode expected) {
        return expected.get("weights").isNull() ? null : Vectors.doubles(expected.get("weights"));
    }

    private static void assertValues(Map<String, Double> values, JsonNode expected) {
        expected.get("values")
                .forEachEntry((name, value) -> assertClose(values.getOrDefault(name, Double.MAX_VALUE), value, name));
    }

    private static void assertCells(ConfusionMatrix matrix, JsonNode expected) {
        int classes = matrix.classes().size();
        for (int cell = 0; cell < expected.size(); cell++) {
            assertClose(matrix.cell(cell / classes, cell % classes), expected.get(cell), "cell " + cell);
        }
    }

    private static List<double[]> roc(RocCurve curve) {
        List<double[]> points = new ArrayList<>();
        curve.points()
                .forEach(point -> points.add(
                        new double[] {point.falsePositiveRate(), point.truePositiveRate(), point.threshold()}));
        return points;
    }

    /// scikit-learn gives no threshold for the last point.
    private static List<double[]> precisionRecall(PrecisionRecallCurve curve) {
        List<double[]> points = new ArrayList<>();
        curve.points()
                .forEach(point -> points.add(new double[] {point.precision(), point.recall(), point.threshold()}));
        assertThat(points.getLast()).containsExactly(1, 0, Double.POSITIVE_INFINITY);
        return points;
    }

    private static void assertCurve(List<double[]> points, JsonNode expected) {
        assertThat(points).hasSize(expected.get("first").size());
        for (int i = 0; i < points.size(); i++) {
            assertClose(points.get(i)[0], expected.get("first").get(i), "point " + i);
            assertClose(points.get(i)[1], expected.get("second").get(i), "point " + i);
            if (i < expected.get("thresholds").size()) {
                assertClose(points.get(i)[2], expected.get("thresholds").get(i), "threshold " + i);
            }
        }
    }

    private static void assertCalibration(CalibrationCurve curve, JsonNode expected) {
        assertThat(curve.bins()).hasSize(expected.get(0).size());
        for (int i = 0; i < curve.bins().size(); i++) {
            assertClose(curve.bins().get(i).observedShare(), expected.get(0).get(i), "bin " + i);
            assertClose(curve.bins().get(i).meanScore(), expected.get(1).get(i), "bin " + i);
        }
    }

    /// Relative to what is expected, where that is beyond 1.
    private static void assertClose(double value, JsonNode expected, String what) {
        if (expected.isNull()) {
            assertThat(value).as(what).isNaN();
        } else if (expected.isString()) {
            assertThat(value).as(what).isInfinite();
        } else {
            double number = expected.asDouble();
            assertThat(value).as(what).isCloseTo(number, within(TOLERANCE * Math.max(1, Math.abs(number))));
        }
    }
}
