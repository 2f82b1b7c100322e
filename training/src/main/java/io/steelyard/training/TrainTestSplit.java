package io.steelyard.training;

import io.steelyard.stats.Mt19937;
import java.util.List;

/// Parts rows once: those to learn from and those to test. Holds the rows, in the order, of scikit-learn's
/// `train_test_split` with the same options and seed.
///
/// A share of the test side is rounded up to whole rows, a share of the training side down. As given, the training rows
/// come first, which is what rows in the order of time need.
///
/// @param test how many rows are tested
/// @param training how many rows are learned from; at most one of the two is the rest
/// @param order whether the rows are shuffled before
public record TrainTestSplit(Part test, Part training, RowOrder order) {
    public TrainTestSplit {
        if (test instanceof Part.Rest && training instanceof Part.Rest) {
            throw new IllegalArgumentException("both sides of the split are the rest of the other: give one a size");
        }
    }

    /// A share of shuffled rows to test, the others to learn from.
    ///
    /// @param share the share to test, above 0 and below 1; usually 0.25
    /// @param seed from 0 to 4294967295
    /// @return the rule
    public static TrainTestSplit testShare(double share, long seed) {
        return new TrainTestSplit(Part.share(share), Part.rest(), RowOrder.shuffled(seed));
    }

    /// Parts rows by their number alone.
    ///
    /// @param rows how many rows there are
    /// @return the two sides
    /// @throws TrainingException where one side would have no rows, or both together more than there are
    public Fold split(int rows) {
        SplitSizes sizes = SplitSizes.of(this, rows);
        return switch (order) {
            case RowOrder.AsGiven _ ->
                new Fold(
                        RowNumbers.upTo(sizes.training()),
                        RowNumbers.where(sizes.training() + sizes.test(), row -> row >= sizes.training()));
            case RowOrder.Shuffled(long seed) -> {
                int[] shuffled = new Mt19937(seed).permutation(rows);
                yield new Fold(
                        RowNumbers.range(shuffled, sizes.test(), sizes.test() + sizes.training()),
                        RowNumbers.range(shuffled, 0, sizes.test()));
            }
        };
    }

    /// Parts rows so that both sides hold each class in the share that it has among all rows, as nearly as whole rows
    /// allow.
    ///
    /// @param labels the class of each row: any numbers, equal ones are one class
    /// @return the two sides
    /// @throws TrainingException where the order is as given, a label is NaN, a class has one row only, or a side has
    ///     fewer rows than there are classes
    public Fold stratified(double[] labels) {
        return stratified(ClassCodes.of(labels));
    }

    /// Parts rows so that both sides hold each class in the share that it has among all rows, as nearly as whole rows
    /// allow.
    ///
    /// @param labels the class of each row
    /// @return the two sides
    /// @throws TrainingException where the order is as given, a class has one row only, or a side has fewer rows than
    ///     there are classes
    public Fold stratified(List<String> labels) {
        return stratified(ClassCodes.of(labels));
    }

    private Fold stratified(ClassCodes labels) {
        SplitSizes sizes = SplitSizes.of(this, labels.rows());
        return switch (order) {
            case RowOrder.AsGiven _ ->
                throw new TrainingException(
                        "a stratified split draws rows of each class, so its order must be shuffled, with a seed");
            case RowOrder.Shuffled(long seed) -> new StratifiedDraw(labels, new Mt19937(seed)).draw(sizes);
        };
    }
}
