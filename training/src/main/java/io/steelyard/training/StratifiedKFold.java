package io.steelyard.training;

import java.util.Arrays;
import java.util.List;

/// Folds that hold each class in the share that it has among all rows, as nearly as whole rows allow.
///
/// Every class needs as many rows as there are folds; scikit-learn warns and goes on where a class has fewer, and some
/// folds then have no row of it.
///
/// @param count the number of folds, 2 or more
/// @param order whether the rows of each class are shuffled before
public record StratifiedKFold(int count, RowOrder order) implements Folds {
    public StratifiedKFold {
        FoldRows.requireCount(count);
    }

    /// Folds of shuffled rows.
    ///
    /// @param count the number of folds, 2 or more
    /// @param seed from 0 to 4294967295
    /// @return the rule
    public static StratifiedKFold shuffled(int count, long seed) {
        return new StratifiedKFold(count, RowOrder.shuffled(seed));
    }

    /// Folds of the rows as they stand.
    ///
    /// @param count the number of folds, 2 or more
    /// @return the rule
    public static StratifiedKFold asGiven(int count) {
        return new StratifiedKFold(count, RowOrder.asGiven());
    }

    /// Parts rows by their class.
    ///
    /// @param labels the class of each row: any numbers, equal ones are one class
    /// @return the folds
    /// @throws TrainingException where there are fewer rows than folds, a label is NaN, or a class has fewer rows than
    ///     there are folds
    @Override
    public List<Fold> split(double[] labels) {
        FoldRows.requireRows(count, labels.length);
        return split(ClassCodes.of(labels));
    }

    /// Parts rows by their class.
    ///
    /// @param labels the class of each row
    /// @return the folds
    /// @throws TrainingException where there are fewer rows than folds, or a class has fewer rows than there are folds
    public List<Fold> split(List<String> labels) {
        FoldRows.requireRows(count, labels.size());
        return split(ClassCodes.of(labels));
    }

    private List<Fold> split(ClassCodes labels) {
        int[] counts = labels.counts();
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] < count) {
                throw new TrainingException(
                        "class " + labels.names().get(c) + " has " + counts[c] + " rows for " + count
                                + " folds, but each fold needs at least one: ask for fewer folds, join or leave out the class, or"
                                + " use KFold");
            }
        }
        int[] classes = byFirstRow(labels);
        int[] testFold = new int[labels.rows()];
        Shuffle shuffle = Shuffle.of(order);
        int before = 0;
        for (int code : classes) {
            int[] folds = foldsOfClass(before, counts[code]);
            shuffle.accept(folds);
            int next = 0;
            for (int row = 0; row < testFold.length; row++) {
                if (labels.codes()[row] == code) {
                    testFold[row] = folds[next++];
                }
            }
            before += counts[code];
        }
        return FoldRows.byTestFold(count, testFold);
    }

    /// The classes in the order in which they occur first.
    private static int[] byFirstRow(ClassCodes labels) {
        return Arrays.stream(labels.codes()).distinct().toArray();
    }

    /// The folds of a class's rows in ascending order: the rows of all classes, one class after another, are dealt out to
    /// the folds in turn.
    private int[] foldsOfClass(int before, int rows) {
        int[] folds = new int[rows];
        for (int i = 0; i < rows; i++) {
            folds[i] = (before + i) % count;
        }
        Arrays.sort(folds);
        return folds;
    }
}
