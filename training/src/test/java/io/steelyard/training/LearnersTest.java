package io.steelyard.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steelyard.models.Task;
import io.steelyard.training.Learner.TrainingOptions;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearnersTest {
    private static final TrainingSet ROWS = set(0, 1, 1, 1);

    @Test
    void aLearnerOnTheClassPathIsFoundByItsName() {
        assertThat(Learners.names()).containsExactly("mean");
        LearnedModel model = train(Task.BINARY_CLASSIFICATION, ROWS, ROWS);
        assertThat(ByteBuffer.wrap(model.file().bytes()).getDouble()).isEqualTo(0.75);
    }

    @Test
    void anUnknownLearnerIsAnErrorThatNamesTheKnownOnes() {
        assertThatThrownBy(() -> Learners.byName("maen"))
                .isInstanceOf(TrainingException.class)
                .hasMessage("there is no learner 'maen'; the nearest is 'mean'");
        assertThatThrownBy(() -> Learners.byName("lightgbm"))
                .hasMessage("there is no learner 'lightgbm'; there are [mean]");
    }

    @Test
    void rowsThatNothingCanBeLearnedFromAreNamed() {
        assertRefused(
                set(),
                ROWS,
                "the training set is empty: check the query or the file it comes from, and where it is cut");
        assertRefused(
                ROWS,
                set(),
                "the validation set is empty: check the query or the file it comes from, and where it is cut");
        assertRefused(
                set(0, 0, 0),
                ROWS,
                "the target 'late' has one class only (0 in all 3 rows): a classifier needs rows of both classes");
        assertRefused(
                set(0, 1, 2),
                ROWS,
                "the target 'late' is 2.0 in row 2 of the training set, but must be 0 or 1; "
                        + "rows without a label belong left out");
        assertRefused(
                ROWS,
                set(0, Float.NaN),
                "the target 'late' is NaN in row 1 of the validation set, but must be 0 or 1; "
                        + "rows without a label belong left out");
        assertRefused(
                new TrainingSet(List.of(), new float[0], "late", new float[] {0, 1}),
                ROWS,
                "the training set has no features to learn from");
        assertRefused(
                ROWS,
                new TrainingSet(List.of("speed"), new float[] {1}, "late", new float[] {0}),
                "the training set has the features [distance], but the validation set has [speed]");
    }

    @Test
    void aRegressionTakesAnyFiniteLabel() {
        assertThat(ByteBuffer.wrap(train(Task.REGRESSION, set(2.5f, 2.5f), ROWS).file().bytes())
                        .getDouble())
                .isEqualTo(2.5);
        assertThatThrownBy(() -> train(Task.REGRESSION, set(Float.POSITIVE_INFINITY), ROWS))
                .hasMessageStartingWith(
                        "the target 'late' is Infinity in row 0 of the training set, but must be a finite number");
    }

    private static void assertRefused(TrainingSet training, TrainingSet validation, String message) {
        assertThatThrownBy(() -> train(Task.BINARY_CLASSIFICATION, training, validation))
                .isInstanceOf(TrainingException.class)
                .hasMessage(message);
    }

    private static LearnedModel train(Task task, TrainingSet training, TrainingSet validation) {
        return Learners.byName("mean")
                .train(training, validation, new TrainingOptions(task, 10, 2, 1), Map.of(), (round, t, v) -> {});
    }

    private static TrainingSet set(float... labels) {
        return new TrainingSet(List.of("distance"), new float[labels.length], "late", labels);
    }
}
