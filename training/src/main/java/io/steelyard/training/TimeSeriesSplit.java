package io.steelyard.training;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Folds of rows that stand in the order of time: each tests a run of rows and learns only from those before it.
///
/// @param count the number of folds, 1 or more
/// @param gap how many rows before each test run are left out, 0 or more: as many as a label needs to come true
/// @param testRows how many rows each fold tests, 1 or more; empty: rows / (count + 1), rounded down
/// @param greatestTrainingRows from how many rows at most a fold learns, the last before its test run, 1 or more; empty: all
public record TimeSeriesSplit(int count, int gap, OptionalInt testRows, OptionalInt greatestTrainingRows)
        implements Folds {
    public TimeSeriesSplit {
        if (count < 1) {
            throw new IllegalArgumentException("the number of folds is " + count + ", but must be 1 or more");
        }
        if (gap < 0) {
            throw new IllegalArgumentException("the gap is " + gap + " rows, but must be 0 or more");
        }
        requirePositive("testRows", testRows);
        requirePositive("greatestTrainingRows", greatestTrainingRows);
    }

    /// Folds without a gap, that learn from all rows before.
    ///
    /// @param count the number of folds, 1 or more
    public TimeSeriesSplit(int count) {
        this(count, 0, OptionalInt.empty(), OptionalInt.empty());
    }

    @Override
    public List<Fold> split(double[] labels) {
        return split(labels.length);
    }

    /// Parts rows by their number alone.
    ///
    /// @param rows how many rows there are
    /// @return the folds, the earliest first
    /// @throws TrainingException where a fold would have nothing to test or to learn from
    public List<Fold> split(int rows) {
        int tested = testRows.orElse(rows / (count + 1));
        long firstTest = rows - (long) count * tested;
        if (tested == 0 || firstTest - gap < 1) {
            throw new TrainingException("there are " + rows + " rows, too few for " + count + " folds that test "
                    + Math.max(tested, 1) + " rows each, a gap of " + gap
                    + " and at least one row to learn from: ask for fewer folds, fewer test rows or a smaller gap");
        }
        List<Fold> folds = new ArrayList<>();
        for (int start = (int) firstTest; start < rows; start += tested) {
            int end = start - gap;
            int from = Math.max(0, end - greatestTrainingRows.orElse(end));
            folds.add(new Fold(
                    IntStream.range(from, end).toArray(),
                    IntStream.range(start, start + tested).toArray()));
        }
        return List.copyOf(folds);
    }

    private static void requirePositive(String name, OptionalInt value) {
        if (value.isPresent() && value.getAsInt() < 1) {
            throw new IllegalArgumentException(name + " is " + value.getAsInt() + ", but must be 1 or more");
        }
    }
}
