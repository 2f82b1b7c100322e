package io.steelyard.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SplitErrorsTest {
    @Test
    void fewerRowsThanFolds() {
        assertRefused(
                () -> KFold.shuffled(5, 1).split(4),
                "there are 4 rows for 5 folds, but each fold needs at least one: ask for at most 4 folds, or give more rows");
        assertRefused(
                () -> StratifiedKFold.asGiven(2).split(new double[1]),
                "there are 1 rows for 2 folds, but each fold needs at least one: ask for at most 1 folds, or give more rows");
        assertRefused(
                () -> GroupKFold.of(3, RowOrder.asGiven(), new long[] {1, 2, 1, 2})
                        .split(),
                "there are 2 groups for 3 folds, but each fold needs at least one: ask for fewer folds");
        assertRefused(
                () -> new TimeSeriesSplit(5).split(5),
                "there are 5 rows, too few for 5 folds that test 1 rows each, a gap of 0 and at least one row to learn from:"
                        + " ask for fewer folds, fewer test rows or a smaller gap");
        assertRefused(
                () -> new TimeSeriesSplit(2, 6, OptionalInt.of(2), OptionalInt.empty()).split(10),
                "there are 10 rows, too few for 2 folds that test 2 rows each, a gap of 6 and at least one row to learn from:"
                        + " ask for fewer folds, fewer test rows or a smaller gap");
    }

    @Test
    void aClassWithFewerRowsThanFolds() {
        assertRefused(
                () -> StratifiedKFold.shuffled(3, 1).split(new double[] {0, 0, 0, 0, 1, 1}),
                "class 1 has 2 rows for 3 folds, but each fold needs at least one:"
                        + " ask for fewer folds, join or leave out the class, or use KFold");
        assertRefused(
                () -> StratifiedKFold.shuffled(2, 1).split(List.of("a", "a", "b")),
                "class b has 1 rows for 2 folds, but each fold needs at least one:"
                        + " ask for fewer folds, join or leave out the class, or use KFold");
        assertRefused(
                () -> TrainTestSplit.testShare(0.5, 1).stratified(new double[] {0, 0, 0, 2.5}),
                "class 2.5 has one row only, which cannot stand on both sides of a stratified split:"
                        + " leave the class out, or split without labels");
        assertRefused(
                () -> TrainTestSplit.testShare(0.2, 1).stratified(new double[] {0, 0, 1, 1}),
                "there are 2 classes, but one side of the split has 1 rows:"
                        + " a stratified split needs at least one row of each class on both sides");
    }

    @Test
    void aLabelThatIsMissing() {
        assertRefused(
                () -> StratifiedKFold.asGiven(2).split(new double[] {0, 1, Double.NaN, 1}),
                "the label of row 2 is NaN: rows without a label belong left out before a split");
    }

    @Test
    void sidesThatDoNotFit() {
        assertRefused(
                () -> TrainTestSplit.testShare(0.5, 1).split(1),
                "there are 1 rows, which cannot be parted into 0 to learn from and 1 to test:"
                        + " change the sizes, or give more rows");
        assertRefused(
                () -> new TrainTestSplit(Part.rows(6), Part.rows(5), RowOrder.asGiven()).split(10),
                "there are 10 rows, which cannot be parted into 5 to learn from and 6 to test:"
                        + " change the sizes, or give more rows");
        assertRefused(
                () -> new TrainTestSplit(Part.share(0.5), Part.rest(), RowOrder.asGiven())
                        .stratified(new double[] {0, 0, 1, 1}),
                "a stratified split draws rows of each class, so its order must be shuffled, with a seed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainTestSplit(Part.rest(), Part.rest(), RowOrder.asGiven()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Part.share(1))
                .withMessage("the share is 1.0, but must be above 0 and below 1");
        assertThatIllegalArgumentException().isThrownBy(() -> Part.rows(0));
    }

    @Test
    void optionsThatMakeNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KFold.asGiven(1))
                .withMessage("the number of folds is 1, but must be 2 or more");
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeSeriesSplit(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeSeriesSplit(2, -1, OptionalInt.empty(), OptionalInt.empty()))
                .withMessage("the gap is -1 rows, but must be 0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeSeriesSplit(2, 0, OptionalInt.of(0), OptionalInt.empty()))
                .withMessage("testRows is 0, but must be 1 or more");
        assertRefused(
                () -> GroupKFold.of(2, RowOrder.asGiven(), List.of("a", "b")).split(new double[3]),
                "there are 3 labels and 2 groups, but each row needs one of both");
    }

    @Test
    void aTimeSeriesOfOneFoldTestsTheSecondHalf() {
        Fold fold = new TimeSeriesSplit(1).split(10).getFirst();
        assertThat(fold.trainingRows()).containsExactly(0, 1, 2, 3, 4);
        assertThat(fold.testRows()).containsExactly(5, 6, 7, 8, 9);
    }

    @Property
    void eachRowIsTestedOnceAndLearnedFromElsewhere(
            @ForAll @IntRange(min = 5, max = 60) int rows,
            @ForAll @IntRange(min = 2, max = 5) int count,
            @ForAll @LongRange(min = 0, max = 4_294_967_295L) long seed) {
        int[] tested = new int[rows];
        for (Fold fold : KFold.shuffled(count, seed).split(rows)) {
            assertThat(fold.trainingRows().length + fold.testRows().length).isEqualTo(rows);
            assertThat(fold.trainingRows()).doesNotContain(fold.testRows());
            for (int row : fold.testRows()) {
                tested[row]++;
            }
        }
        assertThat(tested).containsOnly(1);
    }

    private static void assertRefused(ThrowingCallable split, String message) {
        assertThatThrownBy(split).isInstanceOf(TrainingException.class).hasMessage(message);
    }
}
