package io.steelyard.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What folds have in common.
final class FoldRows {
    private FoldRows() {}

    static void requireCount(int count) {
        if (count < 2) {
            throw new IllegalArgumentException("the number of folds is " + count + ", but must be 2 or more");
        }
    }

    static void requireRows(int count, int rows) {
        if (rows < count) {
            throw new TrainingException("there are " + rows + " rows for " + count
                    + " folds, but each fold needs at least one: ask for at most " + rows
                    + " folds, or give more rows");
        }
    }

    /// The folds, where each row is held out once, in the fold of its number.
    static List<Fold> byTestFold(int count, int[] testFold) {
        List<Fold> folds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int fold = i;
            folds.add(new Fold(
                    RowNumbers.where(testFold.length, row -> testFold[row] != fold),
                    RowNumbers.where(testFold.length, row -> testFold[row] == fold)));
        }
        return List.copyOf(folds);
    }

    /// Parts a list into `count` runs as equal as can be, the longer ones first, and says for each place its run.
    static int[] evenRuns(int count, int length) {
        int[] run = new int[length];
        int start = 0;
        for (int i = 0; i < count; i++) {
            int end = start + length / count + (i < length % count ? 1 : 0);
            Arrays.fill(run, start, end, i);
            start = end;
        }
        return run;
    }
}
