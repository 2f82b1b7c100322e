package io.steelyard.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluatedRowsTest {
    private static final List<String> COLOURS = List.of("red", "green", "blue");

    @Test
    void weightsAreFiniteNumbersFromZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BinaryRows(new double[2], new double[2], new double[] {1, -1}))
                .withMessage("the weight of row 1 is -1.0, but must be a finite number from 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegressionRows(new double[2], new double[2], new double[] {1, Double.NaN}))
                .withMessage("the weight of row 1 is NaN, but must be a finite number from 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BinaryRows(new double[2], new double[2], new double[2]))
                .withMessage("all weights are 0, but at least one row must count");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BinaryRows(new double[2], new double[2], new double[1]))
                .withMessage("there are 1 weights and 2 labels, but each row needs one of both");
    }

    @Test
    void regressionTakesFiniteNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegressionRows(new double[] {1, Double.NaN}, new double[2]))
                .withMessage("the label of row 1 is NaN, but must be a finite number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeanAbsoluteError().of(new double[1], new double[] {Double.POSITIVE_INFINITY}))
                .withMessage("the prediction of row 0 is Infinity, but must be a finite number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegressionRows(new double[0], new double[0]))
                .withMessage("there are no rows to evaluate; give at least one");
    }

    @Test
    void classesTakeProbabilitiesThatSumToOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MulticlassRows(COLOURS, new int[] {3}, new double[] {1, 0, 0}))
                .withMessage("the label of row 0 is 3, but must be a class's number from 0 to 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MulticlassRows(COLOURS, new int[] {1}, new double[] {0.5, 0.5, 0.5}))
                .withMessage("the probabilities of row 0 sum to 1.5, but must sum to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MulticlassRows(COLOURS, new int[] {1}, new double[] {0.5, Double.NaN, 0.5}))
                .withMessage("the score of row 0 for class 'green' is NaN, but must be a probability from 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MulticlassRows(List.of("a", "a"), new int[] {1}, new double[] {0.5, 0.5}))
                .withMessage("the classes are [a, a], but must be two or more, each once");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new MulticlassEvaluation(COLOURS).rows(new double[] {1.5}, new double[] {1, 0, 0}, null))
                .withMessage("the label of row 0 is 1.5, but must be a class's number from 0 to 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MulticlassRows(COLOURS, new int[] {1, 1}, new double[] {1, 0, 0}))
                .withMessage("there are 2 labels and 3 scores, but each row needs 3 scores, one a class");
    }

    @Test
    void theMostLikelyClassIsPredictedTheFirstOfEquallyLikelyOnes() {
        MulticlassRows rows =
                new MulticlassRows(COLOURS, new int[] {0, 1}, new double[] {0.2, 0.4, 0.4, 0.1, 0.3, 0.6});
        assertThat(rows.predicted(0)).isEqualTo(1);
        assertThat(rows.predicted(1)).isEqualTo(2);
        assertThat(rows.take(new int[] {1}).predicted(0)).isEqualTo(2);
    }

    @Test
    void predictedClassesAloneAreRowsToo() {
        MulticlassRows rows = MulticlassRows.ofPredicted(COLOURS, new int[] {0, 1, 2, 2}, new int[] {0, 2, 2, 1});
        assertThat(new MulticlassAccuracyScore().of(rows)).isEqualTo(0.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MulticlassRows.ofPredicted(COLOURS, new int[] {0}, new int[] {-1}))
                .withMessage("the predicted class of row 0 is -1, but must be a class's number from 0 to 2");
    }

    @Test
    void anAreaHasNoMicroAverage() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MulticlassRocAucScore(Averaging.MICRO));
        assertThatIllegalArgumentException().isThrownBy(() -> new PinballLoss(1.5));
    }

    @Test
    void aConfusionMatrixIsATableForPeople() {
        MulticlassRows rows = MulticlassRows.ofPredicted(COLOURS, new int[] {0, 1, 2, 2}, new int[] {0, 2, 2, 1});
        assertThat(ConfusionMatrix.of(rows))
                .hasToString("""
                        true \\ predicted    red  green   blue       recall
                        red                   1      0      0        1.000
                        green                 0      0      1        0.000
                        blue                  0      1      1        0.500
                        precision         1.000  0.000  0.500  0.500 right""")
                .isEqualTo(ConfusionMatrix.ofCells(COLOURS, new double[][] {{1, 0, 0}, {0, 0, 1}, {0, 1, 1}}))
                .hasSameHashCodeAs(ConfusionMatrix.of(rows));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfusionMatrix.ofCells(List.of("a", "b"), new double[][] {{1, 2}, {-1, 0}}))
                .withMessage("the cells of class 'b' are [-1.0, 0.0], but must be 2 finite numbers from 0");
    }
}
