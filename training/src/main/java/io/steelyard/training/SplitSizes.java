package io.steelyard.training;

import java.util.function.DoubleUnaryOperator;

/// How many rows each side of a split gets.
///
/// @param training to learn from, 1 or more
/// @param test to test, 1 or more
record SplitSizes(int training, int test) {
    static SplitSizes of(TrainTestSplit split, int rows) {
        double test = rowsOf(split.test(), rows, Math::ceil);
        double training = rowsOf(split.training(), rows, Math::floor);
        test = Double.isNaN(test) ? rows - training : test;
        training = Double.isNaN(training) ? rows - test : training;
        if (training < 1 || test < 1 || training + test > rows) {
            throw new TrainingException("there are " + rows + " rows, which cannot be parted into " + (long) training
                    + " to learn from and " + (long) test + " to test: change the sizes, or give more rows");
        }
        return new SplitSizes((int) training, (int) test);
    }

    private static double rowsOf(Part part, int rows, DoubleUnaryOperator rounding) {
        return switch (part) {
            case Part.Share(double share) -> rounding.applyAsDouble(share * rows);
            case Part.Rows(int fixed) -> fixed;
            case Part.Rest _ -> Double.NaN;
        };
    }
}
