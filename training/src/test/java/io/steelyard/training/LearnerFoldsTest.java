package io.steelyard.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.steelyard.data.Batch;
import io.steelyard.data.ColumnType;
import io.steelyard.data.DoubleColumn;
import io.steelyard.data.Field;
import io.steelyard.data.Schema;
import io.steelyard.evaluation.BinaryEvaluation;
import io.steelyard.evaluation.RegressionEvaluation;
import io.steelyard.models.Task;
import io.steelyard.training.Learner.TrainingOptions;
import io.steelyard.transforms.FeaturePipeline;
import io.steelyard.transforms.StandardScaling;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LearnerFoldsTest {
    private static final FeaturePipeline SCALED = FeaturePipeline.of(new StandardScaling("shift"));
    private static final TrainingOptions REGRESSION = new TrainingOptions(Task.REGRESSION, 10, 2, 1);
    private static final double[] SHIFTS = {1, 5, 2, 8, 100, -3, 4, 4, 0, 7};
    private static final double[] LABELS = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3};

    @Test
    void transformsAreFittedOnTheTrainingRowsOfEachFoldAlone() {
        CrossValidated result = new CrossValidation<>(KFold.asGiven(5), new RegressionEvaluation())
                .run(LABELS, new LearnerFolds(rows(SHIFTS), LABELS, SCALED, call(null)));
        for (Fold fold : result.folds()) {
            double mean = mean(SHIFTS, fold.trainingRows());
            double deviation = Math.sqrt(mean(squares(mean), fold.trainingRows()));
            for (int row : fold.testRows()) {
                double expected = mean(LABELS, fold.trainingRows()) + (SHIFTS[row] - mean) / deviation;
                assertThat(result.predictions().predictions()[row]).isCloseTo(expected, within(1e-6));
            }
        }
    }

    @Test
    void watchedRowsAreTakenFromTheTrainingRows() {
        TrainTestSplit lastFifth = new TrainTestSplit(Part.share(0.2), Part.rest(), RowOrder.asGiven());
        double[] predicted = new LearnerFolds(rows(new double[10]), LABELS, FeaturePipeline.of(), call(lastFifth))
                .predict(new Fold(new int[] {0, 1, 2, 3, 4, 5, 6, 7}, new int[] {8, 9}));
        double expected = mean(LABELS, new int[] {0, 1, 2, 3, 4, 5});
        assertThat(predicted).containsExactly(expected, expected);
    }

    @Test
    void watchedRowsOfClassesAreStratified() {
        double[] classes = {0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1};
        LearnerCall call = new LearnerCall(
                "mean",
                new TrainingOptions(Task.BINARY_CLASSIFICATION, 10, 2, 1),
                Map.of(),
                TrainTestSplit.testShare(0.25, 3));
        CrossValidated result = new CrossValidation<>(StratifiedKFold.shuffled(3, 1), new BinaryEvaluation(0.5))
                .run(
                        classes,
                        new LearnerFolds(rows(new double[12]), classes, FeaturePipeline.of(), call)
                                .withWeights(new float[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}));
        assertThat(result.predictions().predictions()).containsOnly(0.5);
        assertThat(result.score("roc_auc").mean()).isEqualTo(0.5);
    }

    @Test
    void aConstantFeatureIsAllowed() {
        CrossValidated result = new CrossValidation<>(KFold.asGiven(2), new RegressionEvaluation())
                .run(LABELS, new LearnerFolds(rows(new double[10]), LABELS, SCALED, call(null)));
        assertThat(result.score("mae").mean()).isFinite();
    }

    @Test
    void anUnknownLearnerIsToldWithItsFold() {
        LearnerFolds folds = new LearnerFolds(
                rows(SHIFTS), LABELS, FeaturePipeline.of(), new LearnerCall("maen", REGRESSION, Map.of()));
        CrossValidation<?> validation = new CrossValidation<>(KFold.asGiven(5), new RegressionEvaluation());
        assertThatThrownBy(() -> validation.run(LABELS, folds))
                .isInstanceOf(TrainingException.class)
                .hasMessage("in fold 1 of 5: there is no learner 'maen'; the nearest is 'mean'");
    }

    @Test
    void refusesLabelsOfOtherRows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LearnerFolds(rows(SHIFTS), new double[3], SCALED, call(null)))
                .withMessage("there are 10 rows, 3 labels, but each row needs one");
    }

    private static LearnerCall call(@Nullable TrainTestSplit watched) {
        return new LearnerCall("mean", REGRESSION, Map.of(), watched);
    }

    private static Batch rows(double[] shifts) {
        return new Batch(new Schema(List.of(new Field("shift", ColumnType.DOUBLE))), List.of(new DoubleColumn(shifts)));
    }

    private static double[] squares(double mean) {
        return Arrays.stream(SHIFTS)
                .map(shift -> (shift - mean) * (shift - mean))
                .toArray();
    }

    private static double mean(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).average().orElseThrow();
    }
}
