package io.steelyard.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.steelyard.evaluation.BinaryEvaluation;
import io.steelyard.evaluation.BinaryRows;
import io.steelyard.evaluation.Direction;
import io.steelyard.evaluation.MulticlassEvaluation;
import io.steelyard.evaluation.RegressionEvaluation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CrossValidationTest {
    private static final Offset<Double> CLOSE = within(1e-12);
    private static final double[] FEATURE =
            IntStream.range(0, 40).mapToDouble(row -> row * 37 % 101 / 10.0).toArray();
    private static final double[] LABELS = IntStream.range(0, 40)
            .mapToDouble(row -> 2 * FEATURE[row] + (row * 53 % 17 - 8) / 4.0)
            .toArray();
    private static final double[] CLASSES = {0, 1, 0, 1, 0, 1, 0, 1};
    private static final CrossValidation<BinaryRows> BINARY =
            new CrossValidation<>(KFold.asGiven(4), new BinaryEvaluation(0.5));

    /// Expected: scikit-learn 1.9.1, `cross_validate(LinearRegression(), x, y, cv=KFold(5, shuffle=True, random_state=42))`
    /// and `cross_val_predict`.
    @Test
    void givesTheScoresAndPredictionsOfScikitLearn() {
        CrossValidated result = new CrossValidation<>(KFold.shuffled(5, 42), new RegressionEvaluation())
                .run(LABELS, CrossValidationTest::line);
        FoldScores r2 = result.score("r2");
        assertThat(r2.values()).hasSize(5);
        double[] expected = {
            0.9257377228148553, 0.9245729989686504, 0.9584460439097688, 0.9768472622200175, 0.9633794583247463
        };
        for (int fold = 0; fold < 5; fold++) {
            assertThat(r2.values().get(fold)).isCloseTo(expected[fold], CLOSE);
        }
        assertThat(r2.direction()).isEqualTo(Direction.GREATER_IS_BETTER);
        assertThat(r2.mean()).isCloseTo(0.9497966972476076, CLOSE);
        assertThat(r2.deviation()).isCloseTo(0.02100526061305185, CLOSE);
        assertThat(result.predictions().rows()).isEqualTo(RowNumbers.upTo(40));
        assertThat(Arrays.copyOf(result.predictions().predictions(), 5))
                .containsExactly(
                        new double[] {
                            0.05407970292137598,
                            7.378103084479542,
                            14.824433136358776,
                            1.7383349528330423,
                            9.319451460397643
                        },
                        CLOSE);
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        CrossValidation<?> validation = new CrossValidation<>(KFold.shuffled(7, 3), new RegressionEvaluation());
        CrossValidated one = validation.withThreads(1).run(LABELS, CrossValidationTest::line);
        CrossValidated seven = validation.withThreads(7).run(LABELS, CrossValidationTest::line);
        assertThat(seven.scores()).isEqualTo(one.scores());
        assertThat(seven.predictions().predictions())
                .isEqualTo(one.predictions().predictions());
        assertThat(seven.predictions().folds()).isEqualTo(one.predictions().folds());
    }

    @Test
    void aTimeSeriesPredictsOnlyTheRowsThatItTests() {
        CrossValidated result = new CrossValidation<>(new TimeSeriesSplit(3), new RegressionEvaluation())
                .run(LABELS, CrossValidationTest::line);
        assertThat(result.predictions().rows())
                .isEqualTo(IntStream.range(10, 40).toArray());
        assertThat(result.predictions().folds()).startsWith(0).endsWith(2);
        assertThat(result.predictions().outputs()).isOne();
    }

    @Test
    void severalClassesHaveOneProbabilityEach() {
        double[] labels = {0, 1, 2, 0, 1, 2, 0, 1, 2};
        CrossValidated result = new CrossValidation<>(
                        StratifiedKFold.asGiven(3), new MulticlassEvaluation(List.of("a", "b", "c")))
                .run(labels, fold -> oneHot(labels, fold.testRows()));
        assertThat(result.score("accuracy").mean()).isOne();
        assertThat(result.predictions().outputs()).isEqualTo(3);
        assertThat(result.predictions().predictions()).isEqualTo(oneHot(labels, RowNumbers.upTo(9)));
    }

    @Test
    void weightsCountInTheScores() {
        double[] weights = new double[40];
        Arrays.setAll(weights, row -> row % 2);
        CrossValidation<?> validation = new CrossValidation<>(KFold.asGiven(4), new RegressionEvaluation());
        assertThat(validation.run(LABELS, weights, CrossValidationTest::line).score("mae"))
                .isNotEqualTo(validation.run(LABELS, CrossValidationTest::line).score("mae"));
    }

    @Test
    void metricsAreChosenByName() {
        CrossValidated result =
                BINARY.withMetrics(List.of("log_loss", "accuracy")).run(CLASSES, CrossValidationTest::half);
        assertThat(result.scores().keySet()).containsExactly("log_loss", "accuracy");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result.score("roc_auc"))
                .withMessage("'roc_auc' was not measured; measured were [log_loss, accuracy]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BINARY.withMetrics(List.of("logloss")))
                .withMessage("there is no metric 'logloss'; the nearest is 'log_loss'");
        assertThatIllegalArgumentException().isThrownBy(() -> BINARY.withThreads(0));
    }

    @Test
    void labelsOutsideOfTheTaskAreNamedByRow() {
        assertRefused(
                new double[] {0, 1, Double.NaN, 1},
                CrossValidationTest::half,
                "the label of row 2 is NaN, but must be a class's number from 0 to 1; rows without a label belong left out");
        assertThatThrownBy(() -> new CrossValidation<>(KFold.asGiven(2), new RegressionEvaluation())
                        .run(new double[] {0, Double.POSITIVE_INFINITY}, CrossValidationTest::half))
                .hasMessage(
                        "the label of row 1 is Infinity, but must be a finite number; rows without a label belong left out");
    }

    @Test
    void aClassSeenInOneFoldOnlyIsAnError() {
        assertRefused(
                new double[] {0, 0, 0, 0, 0, 0, 1, 1},
                CrossValidationTest::half,
                "in fold 4 class '1' is tested (row 6), but no training row has it: StratifiedKFold spreads the classes over"
                        + " the folds; or ask for fewer folds, or leave the class out");
    }

    @Test
    void aMetricThatAFoldLeavesUndefinedIsAnError() {
        assertRefused(
                new double[] {0, 1, 0, 0, 1, 0, 1, 0},
                CrossValidationTest::half,
                "in fold 2 of 4: the metric 'roc_auc' is undefined on its 2 test rows: give folds in which every class"
                        + " occurs, as StratifiedKFold does, ask for fewer folds, or choose other metrics");
    }

    @Test
    void predictionsThatDoNotFitAreErrors() {
        assertRefused(
                CLASSES,
                fold -> new double[3],
                "in fold 1 of 4: the learner gave 3 predictions for 2 test rows, but 1 a row are needed");
        assertRefused(
                CLASSES, fold -> new double[] {0.5, Double.NaN}, "in fold 1 of 4: the prediction of row 1 is NaN");
        assertRefused(
                CLASSES,
                fold -> new double[] {0.5, 2},
                "in fold 1 of 4: the score of row 1 is 2.0, but must be a probability from 0 to 1");
    }

    @Test
    void theFirstFoldThatFailsIsTold() {
        assertRefused(
                CLASSES,
                fold -> {
                    throw new IllegalStateException("no memory for row " + fold.testRows()[0]);
                },
                "in fold 1 of 4: no memory for row 0");
    }

    private static void assertRefused(double[] labels, FoldLearner learner, String message) {
        assertThatThrownBy(() -> BINARY.run(labels, learner))
                .isInstanceOf(TrainingException.class)
                .hasMessage(message);
    }

    private static double[] half(Fold fold) {
        double[] predictions = new double[fold.testRows().length];
        Arrays.fill(predictions, 0.5);
        return predictions;
    }

    private static double[] oneHot(double[] labels, int[] rows) {
        double[] scores = new double[rows.length * 3];
        for (int i = 0; i < rows.length; i++) {
            scores[i * 3 + (int) labels[rows[i]]] = 1;
        }
        return scores;
    }

    /// The line of least squares.
    private static double[] line(Fold fold) {
        int[] rows = fold.trainingRows();
        double x =
                Arrays.stream(rows).mapToDouble(row -> FEATURE[row]).average().orElseThrow();
        double y = Arrays.stream(rows).mapToDouble(row -> LABELS[row]).average().orElseThrow();
        double both = Arrays.stream(rows)
                .mapToDouble(row -> (FEATURE[row] - x) * (LABELS[row] - y))
                .sum();
        double alone = Arrays.stream(rows)
                .mapToDouble(row -> Math.pow(FEATURE[row] - x, 2))
                .sum();
        return Arrays.stream(fold.testRows())
                .mapToDouble(row -> y + both / alone * (FEATURE[row] - x))
                .toArray();
    }
}
