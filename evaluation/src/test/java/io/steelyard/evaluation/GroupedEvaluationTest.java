package io.steelyard.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupedEvaluationTest {
    private static final @Nullable String[] CARRIERS = {"good", "bad", "good", "bad", null, null, "one", "one", "rare"};
    private static final double[] LABELS = {0, 0, 1, 1, 0, 1, 1, 1, 1};
    private static final double[] SCORES = {0.1, 0.8, 0.9, 0.3, 0.5, 0.5, 0.6, 0.7, 0.1};

    @Test
    void putsTheWorstGroupFirstAndTheUndefinedLast() {
        GroupedEvaluation evaluation = GroupedEvaluation.of(
                CARRIERS,
                new BinaryRows(LABELS, SCORES),
                new GroupedEvaluation.Options<>(new BinaryEvaluation(0.5), new RocAucScore(), 2));

        assertThat(evaluation.groups())
                .extracting(GroupedEvaluation.Group::value)
                .containsExactly("bad", null, "good", "one");
        assertThat(evaluation.groups())
                .extracting(GroupedEvaluation.Group::orderedBy)
                .containsExactly(0.0, 0.5, 1.0, Double.NaN);
        assertThat(evaluation.groups().getFirst().metrics())
                .isEqualTo(BinaryEvaluation.of(new double[] {0, 1}, new double[] {0.8, 0.3}, 0.5));
    }

    @Test
    void countsWhatIsTooSmallToSaySomething() {
        GroupedEvaluation evaluation = GroupedEvaluation.of(
                CARRIERS,
                new BinaryRows(LABELS, SCORES),
                new GroupedEvaluation.Options<>(new BinaryEvaluation(0.5), new RocAucScore(), 2));

        assertThat(evaluation.leftOutGroups()).isEqualTo(1);
        assertThat(evaluation.leftOutRows()).isEqualTo(1);
    }

    @Test
    void aLossIsWorstWhereItIsGreatest() {
        GroupedEvaluation evaluation = GroupedEvaluation.of(
                CARRIERS,
                new BinaryRows(LABELS, SCORES),
                new GroupedEvaluation.Options<>(new BinaryEvaluation(0.5), new BrierLoss(), 1));

        assertThat(evaluation.groups())
                .extracting(GroupedEvaluation.Group::value)
                .containsExactly("rare", "bad", null, "one", "good");
    }

    @Test
    void refusesAColumnOfAnotherLengthAndAMinimumOfNone() {
        GroupedEvaluation.Options<BinaryRows> options =
                new GroupedEvaluation.Options<>(new BinaryEvaluation(0.5), new RocAucScore(), 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupedEvaluation.of(new String[] {"a"}, new BinaryRows(LABELS, SCORES), options))
                .withMessage("there are 9 labels and 1 group values, but each row needs one of both");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GroupedEvaluation.Options<>(new BinaryEvaluation(0.5), new RocAucScore(), 0))
                .withMessage("minimumRows is 0, but must be 1 or more");
    }
}
