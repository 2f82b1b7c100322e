package io.steelyard.training;

import java.util.List;

/// Folds of equal size, whatever the labels: runs of neighbouring rows, or of shuffled ones. Where the rows do not part
/// evenly, the first folds hold one more.
///
/// @param count the number of folds, 2 or more
/// @param order whether the rows are shuffled before
public record KFold(int count, RowOrder order) implements Folds {
    public KFold {
        FoldRows.requireCount(count);
    }

    /// Folds of shuffled rows.
    ///
    /// @param count the number of folds, 2 or more
    /// @param seed from 0 to 4294967295
    /// @return the rule
    public static KFold shuffled(int count, long seed) {
        return new KFold(count, RowOrder.shuffled(seed));
    }

    /// Folds of neighbouring rows.
    ///
    /// @param count the number of folds, 2 or more
    /// @return the rule
    public static KFold asGiven(int count) {
        return new KFold(count, RowOrder.asGiven());
    }

    @Override
    public List<Fold> split(double[] labels) {
        return split(labels.length);
    }

    /// Parts rows by their number alone.
    ///
    /// @param rows how many rows there are
    /// @return the folds
    /// @throws TrainingException where there are fewer rows than folds
    public List<Fold> split(int rows) {
        FoldRows.requireRows(count, rows);
        int[] ordered = RowNumbers.upTo(rows);
        Shuffle.of(order).accept(ordered);
        int[] runs = FoldRows.evenRuns(count, rows);
        int[] testFold = new int[rows];
        for (int place = 0; place < rows; place++) {
            testFold[ordered[place]] = runs[place];
        }
        return FoldRows.byTestFold(count, testFold);
    }
}
