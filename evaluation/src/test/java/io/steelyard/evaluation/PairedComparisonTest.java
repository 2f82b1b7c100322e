package io.steelyard.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Expected: scipy 1.17.1.
class PairedComparisonTest {
    private static final double TOLERANCE = 1e-12;
    private static final JsonNode FILE = Vectors.own("comparisons.json");

    static Stream<JsonNode> t() {
        return FILE.get("t").valueStream();
    }

    static Stream<JsonNode> mcNemar() {
        return FILE.get("mcnemar").valueStream();
    }

    static Stream<JsonNode> deLong() {
        return FILE.get("delong").valueStream();
    }

    @ParameterizedTest
    @MethodSource("t")
    void studentsTestOnFolds(JsonNode expected) {
        double[] first = Vectors.doubles(expected.get("first"));
        double[] second = Vectors.doubles(expected.get("second"));
        PairedComparison plain = PairedTTest.independent().of(first, second);
        PairedComparison corrected = PairedTTest.correctedFor(
                        expected.get("training").asLong(), expected.get("test").asLong())
                .of(first, second);
        assertThat(plain.statistic()).isCloseTo(expected.get("plain").get(0).asDouble(), within(1e-10));
        assertThat(plain.pValue()).isCloseTo(expected.get("plain").get(1).asDouble(), within(TOLERANCE));
        assertThat(corrected.statistic())
                .isCloseTo(expected.get("corrected").get(0).asDouble(), within(1e-10));
        assertThat(corrected.pValue())
                .isCloseTo(expected.get("corrected").get(1).asDouble(), within(TOLERANCE));
        assertThat(corrected.pValue()).isGreaterThan(plain.pValue());
        assertThat(plain.significantAt(plain.pValue())).isTrue();
    }

    @Test
    void equalFoldsDoNotDifferAndFoldsThatDifferTheSameDoForSure() {
        double[] scores = {0.5, 0.75, 0.25};
        assertThat(PairedTTest.independent().of(scores, scores)).isEqualTo(new PairedComparison(0, 0, 1));
        assertThat(PairedTTest.correctedFor(2, 1)
                        .of(scores, new double[] {0.25, 0.5, 0})
                        .pValue())
                .isZero();
    }

    @Test
    void refusesFoldsThatAreNotTheSame() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedTTest.independent().of(new double[1], new double[1]))
                .withMessage("there are 1 scores of the first and 1 of the second,"
                        + " but a paired test needs the same folds, two or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedTTest.independent().of(new double[] {1, Double.NaN}, new double[2]))
                .withMessage("the scores of fold 1 are NaN and 0.0, but must be finite");
        assertThatIllegalArgumentException().isThrownBy(() -> PairedTTest.correctedFor(0, 1));
    }

    @ParameterizedTest
    @MethodSource("mcNemar")
    void mcNemarsTestOnRows(JsonNode expected) {
        int onlyFirst = expected.get("only_first").asInt();
        int onlySecond = expected.get("only_second").asInt();
        int rows = onlyFirst + onlySecond + 100;
        double[] labels = new double[rows];
        double[] first = new double[rows];
        double[] second = new double[rows];
        for (int row = 0; row < onlyFirst; row++) {
            second[row] = 0.5;
        }
        for (int row = onlyFirst; row < onlyFirst + onlySecond; row++) {
            first[row] = 0.5;
        }
        PairedComparison comparison = McNemarTest.of(labels, first, second, 0.5);
        assertThat(comparison.pValue()).isCloseTo(expected.get("p_value").asDouble(), within(TOLERANCE));
        assertThat(comparison.difference())
                .isCloseTo(
                        new AccuracyScore(0.5).of(labels, first) - new AccuracyScore(0.5).of(labels, second),
                        within(TOLERANCE));
    }

    @Test
    void classifiersThatAgreeDoNotDiffer() {
        boolean[] right = {true, false};
        assertThat(McNemarTest.of(right, right)).isEqualTo(new PairedComparison(0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> McNemarTest.of(right, new boolean[3]));
    }

    @ParameterizedTest
    @MethodSource("deLong")
    void deLongsTestOnAreas(JsonNode expected) {
        double[] labels = Vectors.doubles(expected.get("labels"));
        double[] first = Vectors.doubles(expected.get("first"));
        double[] second = Vectors.doubles(expected.get("second"));
        PairedComparison comparison = DeLongTest.of(labels, first, second);
        assertThat(comparison.difference())
                .isCloseTo(expected.get("difference").asDouble(), within(TOLERANCE))
                .isCloseTo(
                        new RocAucScore().of(labels, first) - new RocAucScore().of(labels, second), within(TOLERANCE));
        assertThat(comparison.statistic()).isCloseTo(expected.get("statistic").asDouble(), within(1e-10));
        assertThat(comparison.pValue()).isCloseTo(expected.get("p_value").asDouble(), within(TOLERANCE));
        assertThat(DeLongTest.of(labels, first, first)).isEqualTo(new PairedComparison(0, 0, 1));
    }

    @Test
    void deLongsTestNeedsTwoRowsOfEach() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeLongTest.of(new double[] {1, 1, 0}, new double[3], new double[3]))
                .withMessage("there are 2 rows of label 1 and 1 of label 0, but the test needs two or more of both");
    }

    @Test
    void resamplesOfTheSameRowsCompareAnyMetric() {
        JsonNode expected = FILE.get("delong").get(1);
        double[] labels = Vectors.doubles(expected.get("labels"));
        BinaryRows first = new BinaryRows(labels, Vectors.doubles(expected.get("first")));
        BinaryRows second = new BinaryRows(labels, Vectors.doubles(expected.get("second")));
        PairedBootstrap bootstrap = new PairedBootstrap(new Bootstrap(7));
        PairedBootstrap.Outcome outcome = bootstrap.of(new RocAucScore(), first, second);
        assertThat(outcome.comparison().difference())
                .isCloseTo(expected.get("difference").asDouble(), within(TOLERANCE));
        assertThat(outcome.comparison().pValue()).isLessThan(0.05);
        assertThat(outcome.interval().upper()).isNegative();
        assertThat(bootstrap.of(new RocAucScore(), first, first).comparison().pValue())
                .isOne();
        assertThat(bootstrap.of(new RocAucScore(), first, second)).isEqualTo(outcome);
    }
}
