package io.steelyard.transforms;

import io.steelyard.data.DataException;
import io.steelyard.stats.Mt19937;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Which fold each training row is held out in: those of scikit-learn's `KFold(folds, shuffle=True, random_state=seed)`
/// for numbers, and of its `StratifiedKFold` for classes. A class may have fewer rows than there are folds.
final class TargetFolds {
    private TargetFolds() {}

    static int[] of(Target target, int folds, long seed) {
        if (target.rows() < folds) {
            throw new DataException(
                    DataException.Kind.EMPTY,
                    "there are " + target.rows() + " training rows for " + folds
                            + " folds, but each needs at least one; ask for fewer folds, or give more rows");
        }
        return switch (target.kind()) {
            case NUMBER -> byNumber(target.rows(), folds, new Mt19937(seed));
            case BINARY, CLASSES -> byClass(target.values(), folds, new Mt19937(seed));
        };
    }

    private static int[] byNumber(int rows, int folds, Mt19937 random) {
        int[] order = random.permutation(rows);
        int[] held = new int[rows];
        int place = 0;
        for (int fold = 0; fold < folds; fold++) {
            int size = rows / folds + (fold < rows % folds ? 1 : 0);
            for (int end = place + size; place < end; place++) {
                held[order[place]] = fold;
            }
        }
        return held;
    }

    private static int[] byClass(double[] classes, int folds, Mt19937 random) {
        int[] held = new int[classes.length];
        int dealt = 0;
        for (double wanted : Arrays.stream(classes).distinct().toArray()) {
            int[] rows = IntStream.range(0, classes.length)
                    .filter(row -> classes[row] == wanted)
                    .toArray();
            int[] dealing = new int[rows.length];
            for (int i = 0; i < rows.length; i++) {
                dealing[i] = (dealt + i) % folds;
            }
            Arrays.sort(dealing);
            random.shuffle(dealing);
            for (int i = 0; i < rows.length; i++) {
                held[rows[i]] = dealing[i];
            }
            dealt += rows.length;
        }
        return held;
    }
}
